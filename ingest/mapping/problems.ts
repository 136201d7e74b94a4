import { Value } from 'typebox/value'
import { allowedKeys, MappingSchema } from './schema.ts'

/** The first thing wrong with the shape of a mapping document, as a Chinese clause; null when the shape is right. */
export function shapeProblem(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return '内容应是“键: 值”的形式，至少要有 kind 和 columns'
  const unknownKey = findUnknownKey(document as Readonly<Record<string, unknown>>)
  if (unknownKey) return unknownKey
  const [first] = [...Value.Errors(MappingSchema, document)].sort(
    (left, right) => right.instancePath.length - left.instancePath.length,
  )
  if (!first) return null
  const place = first.instancePath.slice(1).replaceAll('/', '.')
  return place === ''
    ? `缺少必须的键：${missingKeys(document).join('、')}`
    : `“${place}”的写法不对（见 docs/mapping-files.md）`
}

function missingKeys(document: object): string[] {
  return ['kind', 'columns'].filter((key) => !(key in document))
}

function findUnknownKey(document: Readonly<Record<string, unknown>>): string | null {
  return (
    unknownIn(document, allowedKeys.top, '') ??
    unknownIn(document['match'], allowedKeys.match, 'match.') ??
    unknownIn(document['policy'], allowedKeys.policy, 'policy.') ??
    Object.entries(asObject(document['columns']) ?? {})
      .map(([name, column]) => unknownIn(column, allowedKeys.column, `columns.${name}.`))
      .find((problem) => problem !== null) ??
    null
  )
}

function unknownIn(value: unknown, allowed: readonly string[], prefix: string): string | null {
  const unknown = Object.keys(asObject(value) ?? {}).find((key) => !allowed.includes(key))
  return unknown === undefined
    ? null
    : `不认识的键“${prefix}${unknown}”，这里可用的键有：${allowed.join('、')}`
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null
}
