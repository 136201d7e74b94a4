import { contracts } from '#ingest'
import { kindLabels } from '#terms'
import { isKind, kinds, voiceKinds, type Kind } from '#warehouse'

const columnLabels = new Map<Kind, ReadonlyMap<string, string>>(
  kinds.map((kind) => [kind, new Map(contracts[kind].fields.map((field) => [field.name, field.label]))]),
)

/** A canonical column's Chinese name from its contract; the column's own name when the contract does not know it. */
export function columnLabel(kind: string, column: string): string {
  return (isKind(kind) ? columnLabels.get(kind)?.get(column) : undefined) ?? column
}

export const voiceKindChoices = voiceKinds.map(toChoice)
export const sourceKindChoices = kinds.map(toChoice)

function toChoice(kind: Kind) {
  return { value: kind, label: kindLabels[kind] }
}
