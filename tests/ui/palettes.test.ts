import { describe, expect, it } from 'vitest'
import { cssVariables, severityStyle, themes, type Severity, type Theme } from '#ui'
import { blend, contrast, difference, visions } from './colour-maths.ts'

const severities: readonly Severity[] = ['红', '橙', '黄']

describe.each(Object.values(themes))('palette $name', (theme: Theme) => {
  it('keeps text readable on panel and ground', () => {
    const wanted = { text: 7, sub: 4.5, muted: 4.5, accent: 4.5, hero: 4.5 } as const
    for (const [role, least] of Object.entries(wanted) as [keyof typeof wanted, number][]) {
      expect(contrast(theme[role], theme.panel), `${role} on panel`).toBeGreaterThanOrEqual(least)
      expect(contrast(theme[role], theme.ground), `${role} on ground`).toBeGreaterThanOrEqual(least)
    }
    expect(contrast(theme.header.ink, theme.header.from)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.header.ink, theme.header.to)).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps status and severity words readable', () => {
    const words = [
      ...Object.values(theme.status),
      ...severities.map((one) => severityStyle(one, theme).colour),
    ]
    for (const colour of words) expect(contrast(colour, theme.panel), colour).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps every pair of series apart for all four kinds of vision', () => {
    for (const vision of visions) {
      theme.series.forEach((one, index) => {
        for (const other of theme.series.slice(index + 1)) {
          expect(difference(one, other, vision), `${one} ${other} ${vision}`).toBeGreaterThanOrEqual(29)
        }
      })
    }
  })

  it('keeps series visible against the panel', () => {
    for (const colour of theme.series) expect(contrast(colour, theme.panel), colour).toBeGreaterThanOrEqual(3)
  })

  it('orders the ramp in one direction, with readable labels on every step', () => {
    const depths = theme.ramp.map((step) => contrast(step.fill, theme.panel))
    expect(depths).toEqual([...depths].sort((a, b) => a - b))
    for (const step of theme.ramp)
      expect(contrast(step.ink, step.fill), step.fill).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps what the wall writes on colour readable', () => {
    // Notice of a missing server, toast of a command, figures and their notes on the bare ground.
    expect(contrast(theme.ground, theme.status.warn), 'notice').toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.ground, theme.hero), 'toast').toBeGreaterThanOrEqual(4.5)
    for (const colour of Object.values(theme.status))
      expect(contrast(colour, theme.ground), `${colour} on ground`).toBeGreaterThanOrEqual(4.5)
    // Names over the ribbons of money.
    for (const colour of theme.series.slice(0, 2))
      expect(
        contrast(theme.text, blend(colour, theme.panel, 0.3)),
        `text on ${colour}`,
      ).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps lines visible over the expected band, and the band over the panel', () => {
    const band = blend(theme.muted, theme.panel, 0.28)
    for (const colour of theme.series.slice(0, 2))
      expect(contrast(colour, band), colour).toBeGreaterThanOrEqual(2.9)
    expect(contrast(band, theme.panel)).toBeGreaterThanOrEqual(1.25)
  })

  it('tells a bar from its track and one class of the ramp from the next', () => {
    for (const colour of [theme.series[0], theme.status.warn, theme.status.bad])
      expect(contrast(colour, theme.line), colour).toBeGreaterThanOrEqual(3)
    for (const vision of visions)
      theme.ramp.slice(1).forEach((step, index) => {
        expect(
          difference(step.fill, theme.ramp[index]?.fill ?? '', vision),
          step.fill,
        ).toBeGreaterThanOrEqual(10)
      })
  })

  it('reaches style sheets whole', () => {
    const variables = cssVariables(theme)
    expect(variables['--hz-series-5']).toBe(theme.series[4])
    expect(variables['--hz-ramp-4-ink']).toBe(theme.ramp[3].ink)
    expect(variables['--hz-font']).toContain('Noto Sans SC')
  })
})

it('gives each severity its own shape, so that colour is never alone', () => {
  expect(new Set(severities.map((one) => severityStyle(one, themes.light).mark)).size).toBe(3)
})
