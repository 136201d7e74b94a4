import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '#warehouse'
import type { Field } from '../../../ingest/sources/contract.ts'
import { contracts } from '../../../ingest/sources/contracts.ts'
import { inspectFile } from '../../../ingest/inspect/inspect-file.ts'
import { templateSheets, writeTemplate } from '../../../ingest/templates/template.ts'
import { writeXlsx } from '../../../ingest/formats/xlsx/write.ts'
import { tempFolder } from '../temp-folder.ts'

/** Something a person could have typed into a column. */
const typed: Readonly<Record<Field['type'], string>> = {
  text: '示例文字',
  code: '0012',
  date: '2026-03-05',
  timestamp: '2026-03-05 14:30',
  money: '1,234.50',
  integer: '2026',
  percent: '65%',
  choice: '',
}

describe('templates', () => {
  it.each(kinds)(
    '%s: an empty one is known for what it is, a filled one loads without any mapping',
    async (kind) => {
      const folder = tempFolder()
      await writeTemplate(kind, join(folder, '空.xlsx'))
      const empty = await inspectFile(join(folder, '空.xlsx'), {
        fileName: '空.xlsx',
        now: () => new Date(),
        mappings: [],
      })
      expect(empty.sheets[0]).toMatchObject({ kind, needsConfirmation: false, read: 0 })

      const contract = contracts[kind]
      const [form, guide] = templateSheets(contract)
      if (!form || !guide) throw new TypeError('two sheets')
      const cells = contract.fields.map((field) => Object.keys(field.choices ?? {})[0] ?? typed[field.type])
      // A superior is another one, and so is the region money goes to.
      for (const [name, value] of [
        ['parent_code', '99'],
        ['to_div', '示例县'],
      ] as const) {
        const at = contract.fields.findIndex((field) => field.name === name)
        if (at >= 0) cells[at] = value
      }
      await writeXlsx(join(folder, '填.xlsx'), [{ ...form, rows: [cells] }, guide])
      const filled = await inspectFile(join(folder, '填.xlsx'), {
        fileName: '填.xlsx',
        now: () => new Date(),
        mappings: [],
      })
      expect(filled.sheets[0]).toMatchObject({
        kind,
        needsConfirmation: false,
        read: 1,
        accepted: 1,
        reasons: [],
      })
      expect(filled.sheets[0]?.columns.map((column) => column.field)).toEqual(
        contract.fields.map(({ name }) => name),
      )
    },
  )
})
