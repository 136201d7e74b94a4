import { Refusal, refuseFailedFormula, type Parsed } from './refusal.ts'
import { narrow, withoutUnseen } from './text.ts'

/** Most codes: nothing to trim, to narrow or to drop; short words may stand for an empty cell. */
const plain = /^[A-Za-z0-9][A-Za-z0-9_/-]{4,}$/

/** Ids and codes: text, with the “.0” removed that spreadsheets and data frames add to numbers (24.0 → 24). */
export function parseCode(text: string): Parsed {
  if (plain.test(text)) return text
  const cell = withoutUnseen(narrow(text))
  if (cell === '' || cell === '-' || cell === '/' || /^(?:null|nan|none|#n\/a)$/i.test(cell)) return null
  const failed = refuseFailedFormula(cell)
  if (failed) return failed
  if (/^\d+\.0+$/.test(cell)) return cell.slice(0, cell.indexOf('.'))
  return cell
}

/**
 * The same for a column that names the record: an id that Excel wrote as 1.23E+17 has lost its last digits for good
 * and would make different records one.
 */
export function parseKeyCode(text: string): Parsed {
  const code = parseCode(text)
  if (code === text && plain.test(text)) return code
  if (typeof code === 'string' && /^\d(?:\.\d+)?E\+?\d+$/i.test(code))
    return new Refusal(
      'code_precision',
      '被 Excel 变成了科学计数法，末几位已丢失，请把该列设为文本后重新导出',
    )
  return code
}
