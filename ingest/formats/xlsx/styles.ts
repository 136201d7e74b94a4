import type { XlsxArchive } from './archive.ts'
import { readXml } from './xml.ts'

const part = 'xl/styles.xml'

/** For each cell style index: does its number format show a date or a time? */
export async function readDateStyles(archive: XlsxArchive): Promise<boolean[]> {
  if (!archive.has(part)) return []
  const customFormats = new Map<number, string>()
  const isDate: boolean[] = []
  let inCellStyles = false
  await readXml(archive.path, await archive.stream(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') customFormats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0)
        const custom = customFormats.get(id)
        isDate.push(custom === undefined ? isBuiltInDate(id) : isDateFormat(custom))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return isDate
}

/** ECMA-376 part 1, 18.8.30: 14–22 and 45–47; 27–36 and 50–58 are dates in Chinese and Japanese Excel. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/** A format code is a date when y, m, d, h or s remain after literals, colours and conditions are removed. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .split(';', 1)
    .join('')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
    .replace(/_.|\*./g, '')
  return /[ymdhs年月日]/i.test(bare) && !/general/i.test(bare)
}
