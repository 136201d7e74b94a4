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

/**
 * Labels a text for what it is. `raw` is the text as it came, `normalised` the result of `normaliseText`.
 * A label never removes a text; it is shown beside the result.
 */
export function describeText(raw: string, normalised: string): TextTrait[] {
  const sample = normalised.slice(0, MAX_ANALYSED_CHARACTERS)
  const traits: TextTrait[] = []
  if (normalised === '') traits.push('空白')
  else if (!/[\p{L}\p{N}]/u.test(sample)) traits.push('仅符号')
  const han = count(sample, /\p{sc=Han}/gu)
  if (han >= 4 && count(sample, TRADITIONAL) / han > 0.1) traits.push('疑似繁体')
  if (han < 4 && count(sample, PINYIN) >= 4) traits.push('疑似拼音')
  if (normalised.length > MAX_ANALYSED_CHARACTERS) traits.push('超长')
  if (isRepeated(sample)) traits.push('重复刷屏')
  if (/<\/?[a-z][^<>]{0,200}>|&(?:nbsp|lt|gt|amp|quot);/i.test(raw.slice(0, MAX_ANALYSED_CHARACTERS))) {
    traits.push('网页残留')
  }
  if (/[\u200b-\u200f\u2060-\u2064\ufeff]/.test(raw.slice(0, MAX_ANALYSED_CHARACTERS)))
    traits.push('隐形字符')
  return traits
}

/** The same eight characters coming again and again make up more than half of a long text. */
function isRepeated(text: string): boolean {
  const width = 8
  const windows = Math.floor(text.length / width)
  if (windows < 8) return false
  const seen = new Set<string>()
  for (let index = 0; index + width <= text.length; index++) seen.add(text.slice(index, index + width))
  return seen.size / (text.length - width + 1) < 0.5
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
