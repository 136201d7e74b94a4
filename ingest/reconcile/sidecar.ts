import { access, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { parse } from 'yaml'
import { IngestError } from '../errors.ts'
import { openTable } from '../formats/open.ts'
import { checkTotals, type StatedTotals } from './statement.ts'

const endings = ['totals', '对账'].flatMap((word) =>
  ['json', 'yaml', 'yml', 'csv', 'xlsx'].map((extension) => `.${word}.${extension}`),
)

/** A file of control totals that lies beside a data file: never data itself. */
export function isSidecar(name: string): boolean {
  return stemOf(name) !== null
}

/** The data file a sidecar belongs to, among the given names: the one whose whole name or stem it starts with. */
export function ownerOf(sidecar: string, names: readonly string[]): string | undefined {
  const stem = stemOf(sidecar)
  return names.find((name) => name === stem) ?? names.find((name) => name.replace(/\.[^.]+$/, '') === stem)
}

function stemOf(name: string): string | null {
  const ending = endings.find((candidate) => name.toLowerCase().endsWith(candidate))
  return ending === undefined ? null : name.slice(0, -ending.length)
}

/**
 * The control totals beside a data file: `支付.csv.totals.json` or `支付.totals.json`, also .yaml, .csv and .xlsx, also
 * 对账 for totals. JSON and YAML: `{rows, sums: {金额: "…"}}`; tables: two columns, name and value, 行数 for the rows. Null when there
 * are none. Errors: IngestError `totals_invalid`.
 */
export async function findSidecar(path: string): Promise<StatedTotals | null> {
  const stem = basename(path, extname(path))
  for (const start of [basename(path), stem])
    for (const ending of endings) {
      const beside = join(dirname(path), `${start}${ending}`)
      if (
        await access(beside).then(
          () => true,
          () => false,
        )
      )
        return readSidecar(beside)
    }
  return null
}

/** The control totals in a sidecar. Errors: IngestError `totals_invalid`. */
export async function readSidecar(path: string): Promise<StatedTotals> {
  if (/\.(csv|xlsx)$/i.test(path)) return checkTotals(await readLines(path), path)
  const text = await readFile(path, 'utf8')
  return checkTotals(normalise(parseDocument(text.replace(/^\ufeff/, ''), path)), path)
}

function parseDocument(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new IngestError('totals_invalid', `对账文件“${basename(path)}”不是有效的 JSON 或 YAML。`, path, {
      cause: error,
    })
  }
}

/** Numbers become texts, and the Chinese names of the two parts are taken too. */
function normalise(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const given = value as Record<string, unknown>
  const rows = given['rows'] ?? given['行数']
  const sums = given['sums'] ?? given['合计']
  return {
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    ...(typeof sums === 'object' && sums !== null
      ? { sums: Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)])) }
      : {}),
  }
}

async function readLines(path: string): Promise<StatedTotals> {
  const sums: Record<string, string> = {}
  let rows: number | undefined
  const table = await openTable(path)
  try {
    for (const sheet of table.sheets)
      for await (const batch of sheet.batches())
        for (const { cells } of batch) {
          const [name = '', value = ''] = cells.map((cell) => cell.trim())
          if (/^(?:行数|件数|条数|笔数|rows)$/i.test(name)) rows = Number(value.replaceAll(',', ''))
          else if (name !== '' && /\d/.test(value)) sums[name] = value
        }
  } finally {
    await table.close()
  }
  return { ...(rows === undefined ? {} : { rows }), sums }
}
