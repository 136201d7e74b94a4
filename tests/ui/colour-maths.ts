/** Colour arithmetic for the palette test: WCAG contrast, Machado 2009 deficiency simulation, CIE 1976 distance. */
type Triple = readonly [number, number, number]

/** Full-strength matrices of Machado, Oliveira and Fernandes (2009), on linear RGB. */
const deficiencies = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

export type Vision = keyof typeof deficiencies
export const visions = Object.keys(deficiencies) as Vision[]

/** WCAG 2 contrast ratio of two #RRGGBB colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** ΔE76 of two colours as someone with the given vision sees them. */
export function difference(one: string, other: string, vision: Vision): number {
  const [a, b] = [lab(simulate(linear(one), vision)), lab(simulate(linear(other), vision))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function linear(hex: string): Triple {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function simulate([red, green, blue]: Triple, vision: Vision): Triple {
  const [a, b, c, d, e, f, g, h, i] = deficiencies[vision]
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clamp(a * red + b * green + c * blue),
    clamp(d * red + e * green + f * blue),
    clamp(g * red + h * green + i * blue),
  ]
}

function lab([red, green, blue]: Triple): Triple {
  const curve = (value: number) =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** The colour seen where one lies over another with an opacity: #RRGGBB. */
export function blend(over: string, under: string, opacity: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(over, at) * opacity + channel(under, at) * (1 - opacity)),
  )
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
