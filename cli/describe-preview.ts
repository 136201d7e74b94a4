import type { Effect, FilePreview, InspectedColumn, InspectedSheet } from '#ingest'
import { figureText } from './figure.ts'
import { table } from './output.ts'

const reasons: Readonly<Record<NonNullable<InspectedColumn['reason']>, string>> = {
  name: '表头相符',
  mapping: '按映射',
  memory: '沿用上次',
  similar: '表头相近',
  values: '内容像',
}

/** Below it a likeness is no more than chance: covers, lists of terms, codes of other kinds. */
const leastFit = 0.3

/** The dry run of one file, for a person to read. */
export function describePreview({ file, inspection, effect, problem }: FilePreview): string {
  const parts = [`■ ${file}`]
  if (problem) parts.push(`读不了：${problem.message}（${problem.code}）`)
  if (inspection) {
    parts.push(...inspection.notes.map((note) => `注意：${note}`))
    parts.push(...inspection.sheets.map(describeSheet))
  }
  if (effect) parts.push(describeEffect(effect))
  return parts.join('\n')
}

function describeSheet(sheet: InspectedSheet): string {
  const lines = [heading(sheet)]
  if (sheet.problem && !sheet.needsConfirmation) lines.push(sheet.problem.message)
  if (sheet.difference) {
    const { mapping, added, gone } = sheet.difference
    lines.push(`与映射“${mapping}”相比：少了 ${list(gone)}；多了 ${list(added)}`)
  }
  lines.push(table(['列', '表头', '读作', '把握', '样例'], sheet.columns.map(describeColumn)))
  if (sheet.missing.length > 0)
    lines.push(`缺少必填：${sheet.missing.map((field) => field.label).join('、')}`)
  const more = sheet.hasMore ? '前 ' : '共 '
  lines.push(`${more}${sheet.read} 行：可接收 ${sheet.accepted}，会隔离 ${sheet.refused}`)
  lines.push(...sheet.reasons.slice(0, 5).map((reason) => `  ${reason.rows} 行 ${reason.message}`))
  lines.push(...sheet.warnings.map((warning) => `  注意：${warning}`))
  return lines.join('\n')
}

function heading(sheet: InspectedSheet): string {
  const name = sheet.name === null ? '' : `工作表“${sheet.name}” `
  if (!sheet.needsConfirmation)
    return `${name}${sheet.kindLabel}${sheet.mapping === null ? '' : `（映射“${sheet.mapping}”）`}`
  if (Math.max(0, ...sheet.kinds.map((kind) => kind.fit)) < leastFit)
    return `${name}不像任何一类已知数据；确要接入，请在网页“数据接入 → 待确认映射”里说明各列。`
  const others = sheet.kinds.map((kind) => `${kind.label} ${percent(kind.fit)}`).join('、')
  return `${name}需要确认：看来像 ${sheet.kindLabel}（${others}）。请在网页“数据接入 → 待确认映射”里确认，或写映射文件。`
}

function describeColumn(column: InspectedColumn): (string | number)[] {
  const read = column.label === null ? '—' : column.label + writing(column)
  const why = column.reason === null ? '' : `${percent(column.confidence)} ${reasons[column.reason]}`
  return [column.index + 1, short(column.header, 16), read, why, column.samples.map(sample).join(' ┊ ')]
}

function writing(column: InspectedColumn): string {
  const parts = [
    column.unit,
    ...column.dateFormats,
    column.isDateAmbiguous ? '日月先后请核对' : null,
    column.isUnitUnclear ? '单位请选定' : null,
  ]
  const said = parts.filter((part) => part !== null)
  return said.length === 0 ? '' : `（${said.join('，')}）`
}

function sample({ before, after, problem }: InspectedColumn['samples'][number]): string {
  const from = short(before, 14)
  if (problem !== null) return `${from} → ✗${short(problem, 14)}`
  return after === null || after === before ? from : `${from} → ${short(after, 20)}`
}

function describeEffect(effect: Effect): string {
  const { rows, accepted, quarantined, unchanged, marts, metrics } = effect
  const lines = [`接入后：${rows} 行 = 新增或更新 ${accepted} + 隔离 ${quarantined} + 未变 ${unchanged}`]
  for (const { mart, before, after } of marts) lines.push(`  ${mart}：${before} → ${after} 行`)
  for (const { label, unit, before, after } of metrics)
    lines.push(`  ${label}：${figureText(before, unit)} → ${figureText(after, unit)}`)
  if (marts.length === 0) lines.push('  没有表会变')
  return lines.join('\n')
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '无' : names.map((name) => `“${name}”`).join('、')
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function short(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
