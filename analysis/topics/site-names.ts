import { bareName } from './site-aliases.ts'
import { genericWords, looseSuffixes, siteSuffixes, stopWords, strongSuffixes } from './site-name-words.ts'

/**
 * Names of sites and bodies in letters: estates, villages, roads, schools, firms. Found in two steps, because letters
 * often drop the naming suffix: names are harvested where the suffix stands, then looked up everywhere.
 */

const STOP_CHARACTERS =
  /[的了是在我你他她它们这那有不没被把和与及或到从对请向为于将让给使就也又还等至等因但若如各每某该本此其何谁怎么吗吧呢啊求望问该处近旁边内前后有无已未被再]|(?<=..)都|(?<!涉)外/u
const ADMIN =
  /(?:[A-Z]\d{0,3}(?:市|县|区|镇|乡|州){1,2})+|[\p{sc=Han}]{2,3}?(?:省|自治区|自治州|地区)(?=[\p{sc=Han}]{1,3}[市县区])|[\p{sc=Han}]{1,2}[^小社片校园景辖厂街库战特地城](?:省|市|县|区)(?=[\p{sc=Han}])/gu
const RUN = /[\p{sc=Han}A-Za-z0-9]{2,40}/gu

const MIN_OWN = 2
const MAX_OWN = 9
/** Most names looked at in one text. */
const MAX_NAMES = 24

/** Candidate names of a text; true for those whose suffix is proof enough. */
export type HarvestedNames = Map<string, boolean>

export function harvestNames(text: string): HarvestedNames {
  const names: HarvestedNames = new Map()
  for (const run of text.replace(ADMIN, '。').matchAll(RUN)) {
    for (const piece of splitAtStops(run[0])) collect(piece, names)
    if (names.size >= MAX_NAMES) break
  }
  return names
}

function splitAtStops(run: string): string[] {
  let text = run
  for (const stop of stopWords) if (text.includes(stop)) text = text.replaceAll(stop, '。')
  return text.split(/。/u)
}

function collect(piece: string, names: HarvestedNames): void {
  let start = 0
  for (let index = 1; index < piece.length; index++) {
    const suffix = siteSuffixes.find((candidate) => piece.startsWith(candidate, index))
    if (suffix === undefined) continue
    const own = ownName(piece.slice(start, index), suffix)
    const end = index + suffix.length
    if (own !== null && own.length >= MIN_OWN) {
      const name = looseSuffixes.includes(suffix) ? own : own + suffix
      const isStrong = strongSuffixes.has(suffix) || piece.startsWith('小区', end)
      names.set(name, isStrong || names.get(name) === true)
    }
    if (own === null || own.length >= MIN_OWN) start = end
    index = end - 1
  }
}

/** 3栋, 二期, 12: a number before a name is no part of it; 三一 and 九九 in 三一大道 and 九九富通 are. */
const NUMBERED = /^(?:[0-9]+|[一二三四五六七八九十]+(?=[号栋期楼]))*[号栋期楼]*/u

/** A lender's number is its name: 示例云栖66车贷 and 办理66车贷 are both 66车贷. */
const NUMBERED_BRAND = /[0-9]{2,}$/u
const BRAND_SUFFIXES = new Set(['车贷', '贷', '金融', '理财'])

function ownName(text: string, suffix: string): string | null {
  const brand = BRAND_SUFFIXES.has(suffix) ? NUMBERED_BRAND.exec(text)?.[0] : undefined
  if (brand !== undefined) return brand
  const parts = text.split(STOP_CHARACTERS)
  const own = withoutLead(bareName(parts[parts.length - 1] ?? '').replace(NUMBERED, ''))
  return own.length <= MAX_OWN && !isGeneric(own) ? own : null
}

/** Words that lead to a name: 沿云栖路, 南侧云栖新城, 3号线云栖中心. 沿江 in 沿江大道 is the name itself. */
const LEAD = /^(?:[东南西北]侧|商品房|沿着?|距离?|改?道?走|离|线)(?=..)/u

function withoutLead(own: string): string {
  return own.replace(LEAD, '')
}

/** 大型搅拌(站): a common noun with nothing, or another common word, before it; and nothing at all. */
function isGeneric(own: string): boolean {
  if (own === '' || genericWords.has(own)) return true
  for (let length = 2; length < own.length; length++) {
    if (!genericWords.has(own.slice(-length))) continue
    const rest = own.slice(0, -length)
    if (rest.length < 2 || genericWords.has(rest)) return true
  }
  return false
}
