import type { StoredMapping as Stored } from '#ingest'
import {
  contracts,
  withoutPersonalData,
  type Contract,
  type FileInspection,
  type PendingFile as Waiting,
} from '#ingest'
import { kindLabel } from '#terms'
import { toInstant } from '../clock.ts'
import { versionOf } from '../content-version.ts'
import type {
  PendingFile,
  PendingInspection,
  SourceKinds,
  StoredMapping,
  StoredMappingDetail,
} from '../contract/index.ts'

export function toPending(waiting: Waiting): PendingFile {
  return {
    ...waiting,
    fileName: withoutPersonalData(waiting.fileName),
    message: withoutPersonalData(waiting.message),
    at: toInstant(new Date(waiting.at)),
  }
}

export function toInspection(
  waiting: Waiting,
  { format, encoding, sheets, notes }: FileInspection,
): PendingInspection {
  return {
    pending: toPending(waiting),
    format,
    encoding,
    notes: [...notes],
    sheets: sheets.map((sheet) => ({
      ...sheet,
      kinds: [...sheet.kinds],
      columns: sheet.columns.map((column) => ({
        ...column,
        samples: [...column.samples],
        dateFormats: [...column.dateFormats],
      })),
      missing: [...sheet.missing],
      reasons: [...sheet.reasons],
      warnings: [...sheet.warnings],
      difference: sheet.difference && {
        mapping: sheet.difference.mapping,
        added: [...sheet.difference.added],
        gone: [...sheet.difference.gone],
      },
    })),
  }
}

export function toStoredMapping({ id, mapping, changedAt, versions }: Stored): StoredMapping {
  return {
    id,
    name: mapping.name,
    kind: mapping.contract.kind,
    kindLabel: kindLabel(mapping.contract.kind),
    columns: mapping.columns.size,
    headers: [...mapping.matchHeaders],
    file: mapping.matchFile,
    sources: [...mapping.matchSources],
    changedAt: toInstant(changedAt),
    versions: [...versions],
  }
}

export function toStoredDetail(stored: Stored): StoredMappingDetail {
  return { ...toStoredMapping(stored), text: stored.text, version: versionOf(stored.text) }
}

export function toSourceKinds(): SourceKinds {
  return { items: Object.values(contracts).map(toKind) }
}

function toKind({ kind, fields }: Contract): SourceKinds['items'][number] {
  return {
    kind,
    label: kindLabel(kind),
    fields: fields.map((field) => ({
      field: field.name,
      label: field.label,
      type: field.type,
      required: (field.required ?? field.columnRequired) === true,
      isLong: field.freeText === true,
      isState: field.state === true,
      choices: Object.keys(field.choices ?? {}),
    })),
  }
}
