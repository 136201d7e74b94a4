import type { Theme } from './theme.ts'

/** `idle`: nothing to judge yet. */
export type StatusLevel = 'ok' | 'warn' | 'bad' | 'idle'

/** Shape that goes with a status colour, so that colour never carries the meaning alone. */
export const statusMarks: Readonly<Record<StatusLevel, string>> = { ok: '●', warn: '▲', bad: '■', idle: '○' }

/** Severity of a budget finding as the rules name it. */
export type Severity = '红' | '橙' | '黄'

export interface SeverityStyle {
  readonly mark: string
  readonly word: string
  readonly colour: string
}

/** Colour, shape and word of a severity on the given theme. */
export function severityStyle(severity: Severity, theme: Theme): SeverityStyle {
  const colours: Record<Severity, string> = theme.dark
    ? { 红: theme.status.bad, 橙: '#FFA45C', 黄: theme.status.warn }
    : { 红: theme.status.bad, 橙: '#B54708', 黄: '#7A6200' }
  const marks: Record<Severity, string> = { 红: '■', 橙: '▲', 黄: '●' }
  const words: Record<Severity, string> = { 红: '涉嫌违反条款', 橙: '较强疑点', 黄: '提请关注' }
  return { mark: marks[severity], word: words[severity], colour: colours[severity] }
}
