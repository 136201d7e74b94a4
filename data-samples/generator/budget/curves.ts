import { type Random } from '../prng.ts'
import { type SpendingClass } from './subjects.ts'

/** Share of the year's budget paid by month, January first. */
export type Curve = readonly number[]

const shapes: Readonly<Record<SpendingClass, Curve>> = {
  personnel: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  operating: [7, 6, 9, 9, 9, 9, 8, 8, 9, 8, 8, 9],
  project: [5, 6, 10, 9, 10, 9, 8, 8, 9, 9, 8, 9],
  care: [9, 8, 8, 9, 8, 8, 9, 8, 8, 9, 8, 8],
  // Fuel is bought in winter: the first quarter and December stand out every year, and that is in order.
  heating: [22, 19, 18, 0, 0, 2, 0, 0, 8, 9, 4, 18],
  abroad: [0, 0, 36, 0, 0, 36, 0, 0, 26, 0, 0, 2],
  carryOver: [42, 33, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}

/** No clean line falls more than this behind an even pace from April on (rule B12 starts at 0.10). */
const tolerance = 0.075

/** An ordinary year: seasonal, a little noisy, never far behind an even pace, no rush in December. */
export function ordinaryCurve(random: Random, spending: SpendingClass, total: number): Curve {
  const isEven = spending === 'personnel' || spending === 'heating' || spending === 'carryOver'
  const noise = isEven ? 0 : 0.12
  const raw = shapes[spending].map((share) => share * (1 + (random.next() * 2 - 1) * noise))
  const sum = raw.reduce((left, right) => left + right, 0)
  const shares = raw.map((share) => (share / sum) * total)
  return spending === 'heating' ? shares : kept(shares)
}

/** Pulls spending forward wherever the line would fall behind by more than the tolerance. */
function kept(shares: readonly number[]): Curve {
  const result = [...shares]
  let paid = 0
  for (let month = 1; month <= 12; month += 1) {
    paid += result[month - 1] ?? 0
    const missing = month >= 4 && month < 12 ? month / 12 - tolerance - paid : 0
    if (missing <= 0) continue
    const later = result.slice(month).reduce((left, right) => left + right, 0)
    const factor = Math.max(0, 1 - missing / later)
    for (let index = month; index < 12; index += 1) result[index] = (result[index] ?? 0) * factor
    result[month - 1] = (result[month - 1] ?? 0) + missing
    paid += missing
  }
  return result
}

/** A slow year: the ordinary shape at a fraction of the pace (planted for B12). */
export function slowCurve(random: Random, spending: SpendingClass, pace: number): Curve {
  return ordinaryCurve(random, spending, 0.96).map((share) => share * pace)
}

/** A year-end rush: about `december` of the year's payments fall in December (planted for B14). */
export function rushCurve(random: Random, spending: SpendingClass, december: number): Curve {
  const shares = ordinaryCurve(random, spending, 0.97)
  const before = shares.slice(0, 11).reduce((left, right) => left + right, 0)
  return shares.map((share, index) =>
    index === 11 ? 0.97 * december : (share / before) * 0.97 * (1 - december),
  )
}
