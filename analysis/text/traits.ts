import { FNV_START, fnv1a, mix } from './hash.ts'

/** What a reader should know about a text before trusting what was derived from it. */
export const textTraits = [
  '空白',
  '仅符号',
  '疑似繁体',
  '疑似拼音',
  '超长',
  '重复刷屏',
  '网页残留',
  '隐形字符',
] as const
export type TextTrait = (typeof textTraits)[number]

/** Analysis reads at most this many characters of one text; the rest is kept but does not decide. */
export const MAX_ANALYSED_CHARACTERS = 20_000

const TRADITIONAL =
  /[們個這來說時會對發與為國學號處應該無區鄉鎮環衛療醫藥費護車輛輪門問題業員讓請過還進運達遠選邊電話語認證訴訟調讀課誰談論議許設計訂記報場壞塊墻樓樹機權歡歲殘氣氾滅災煙熱爐爭狀獎環產畫當療癥監盤礦碼禮種積窮筆節籃糧紀約紅納級紙細終結給統經綠維網緊線練縣總績織繳續罰羅義習聯職聽肅腦臨舉舊藝蘇處虛蟲術補裝複見規視覺觀觸計討訓託訪訊財責貨貪貧購貯貴買貸費貿資賓賠賣賬質賴贊趕跡踐輕載輸轉辦農遲遺郵鄰釋鐘鐵錄錢鋼錯鎖鏡長門開閒間閉關陽陰陳陸隊階際隨險隱雖雙雜離難雲電靜響頁頂項順須預領頭頻題額願類顧飛飯飲館馬駐駕騎驗驚體髒魚鮮黃點黨齊齡]/gu
const PINYIN =
  /\b(?:wo|ni|ta|de|le|shi|bu|zai|you|he|zhe|na|men|ge|lai|qu|shuo|dao|yao|hao|jiu|hui|ke|yi|xiang|qing|wen|mei|guo|jia|ren|xue|gong|zuo|zhong|da|xiao|shang|xia|qian|nian|yue|ri|xie|ling|zheng|fu|wei|shen|me)\b/gi

/** Classes of UTF-16 codes, as bits. */
const HAN = 1
const OLD_FORM = 2
const SURROGATE = 4
let classes: Uint8Array | undefined

/** By the very patterns, so that both always agree. */
function classTable(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let code = 0; code < table.length; code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      table[code] = SURROGATE
      continue
    }
    const char = String.fromCharCode(code)
    if (!/\p{sc=Han}/u.test(char)) continue
    table[code] = char.match(TRADITIONAL) === null ? HAN : HAN | OLD_FORM
  }
  return table
}

/** Han characters of a text, and how many of them are traditional forms; one pass and no string per character. */
function countHan(text: string): { han: number; old: number } {
  classes ??= classTable()
  let han = 0
  let old = 0
  for (let at = 0; at < text.length; at++) {
    const kind = classes[text.charCodeAt(at)] ?? 0
    if (kind === SURROGATE) return { han: count(text, /\p{sc=Han}/gu), old: count(text, TRADITIONAL) }
    if (kind !== 0) han++
    if (kind > HAN) old++
  }
  return { han, old }
}

/**
 * Labels a text for what it is. `raw` is the text as it came, `normalised` the result of `normaliseText`.
 * A label never removes a text; it is shown beside the result.
 */
export function describeText(raw: string, normalised: string): TextTrait[] {
  const sample = normalised.slice(0, MAX_ANALYSED_CHARACTERS)
  const traits: TextTrait[] = []
  if (normalised === '') traits.push('空白')
  else if (!/[\p{L}\p{N}]/u.test(sample)) traits.push('仅符号')
  const { han, old } = countHan(sample)
  if (han >= 4 && old / han > 0.1) traits.push('疑似繁体')
  if (han < 4 && count(sample, PINYIN) >= 4) traits.push('疑似拼音')
  if (normalised.length > MAX_ANALYSED_CHARACTERS) traits.push('超长')
  if (isRepeated(sample)) traits.push('重复刷屏')
  const start = raw.slice(0, MAX_ANALYSED_CHARACTERS)
  if (hasMarkup(start)) traits.push('网页残留')
  if (/[\u200b-\u200f\u2060-\u2064\ufeff]/.test(start)) traits.push('隐形字符')
  return traits
}

/** Most texts have neither character, which takes no pattern to see. */
function hasMarkup(text: string): boolean {
  if (!text.includes('<') && !text.includes('&')) return false
  return /<\/?[a-z][^<>]{0,200}>|&(?:nbsp|lt|gt|amp|quot);/i.test(text)
}

const WIDTH = 8

/** The same eight characters coming again and again make up more than half of a long text. */
function isRepeated(text: string): boolean {
  if (Math.floor(text.length / WIDTH) < 8 || hasManyWindows(text)) return false
  const seen = new Set<string>()
  for (let index = 0; index + WIDTH <= text.length; index++) seen.add(text.slice(index, index + WIDTH))
  return seen.size / windowsOf(text) < 0.5
}

const windowsOf = (text: string): number => text.length - WIDTH + 1

/** Slots for the hashes of one text's windows; a slot is taken when it holds the stamp of the text. */
const SLOTS = 1 << 16
const stamps = new Uint32Array(SLOTS)
const hashes = new Uint32Array(SLOTS)
let stamp = 0

/**
 * True when at least half of the windows differ by their hashes: then they differ in truth. Most letters are told by
 * their first few dozen characters more than half of their length, without a string being made.
 */
function hasManyWindows(text: string): boolean {
  stamp++
  const needed = windowsOf(text) / 2
  // A short text keeps to the part of the table that stays in the cache.
  const mask = (text.length < 1024 ? SLOTS / 16 : SLOTS) - 1
  let distinct = 0
  for (let start = 0; start + WIDTH <= text.length; start++) {
    const hash = mix(fnv1a(text, FNV_START, start, start + WIDTH))
    let slot = hash & mask
    while (stamps[slot] === stamp && hashes[slot] !== hash) slot = (slot + 1) & mask
    if (stamps[slot] === stamp) continue
    stamps[slot] = stamp
    hashes[slot] = hash
    if (++distinct >= needed) return true
  }
  return false
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
