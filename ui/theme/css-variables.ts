import type { Theme } from './theme.ts'

/**
 * The theme as CSS custom properties (`--hz-panel`, `--hz-series-1`, `--hz-ramp-1-ink`, …), for a `style`
 * binding on the root element of a page or of one panel.
 */
export function cssVariables(theme: Theme): Record<string, string> {
  const variables: Record<string, string> = {
    '--hz-ground': theme.ground,
    '--hz-panel': theme.panel,
    '--hz-line': theme.line,
    '--hz-text': theme.text,
    '--hz-sub': theme.sub,
    '--hz-muted': theme.muted,
    '--hz-accent': theme.accent,
    '--hz-hero': theme.hero,
    '--hz-header-from': theme.header.from,
    '--hz-header-to': theme.header.to,
    '--hz-header-ink': theme.header.ink,
    '--hz-ok': theme.status.ok,
    '--hz-warn': theme.status.warn,
    '--hz-bad': theme.status.bad,
    '--hz-font': theme.fontFamily,
  }
  theme.series.forEach((colour, index) => (variables[`--hz-series-${index + 1}`] = colour))
  theme.ramp.forEach((step, index) => {
    variables[`--hz-ramp-${index + 1}`] = step.fill
    variables[`--hz-ramp-${index + 1}-ink`] = step.ink
  })
  return variables
}
