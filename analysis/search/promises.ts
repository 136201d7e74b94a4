/** Sentences of a reply that say what will be done. */
const PROMISE =
  /(?:(?:我局|我委|我办|我市|我区|我县|我们|我厅|本局|市政府|区政府|县政府|该局|街道|下一步|今后|接下来|目前正).{0,40}?)?(?:将(?!近)|拟(?:于|在|对|将)?|计划(?:于|在|对|明年|今年)?|力争|争取(?:在|于|明年|今年|尽快)|预计|承诺|确保在|着手|列入)/u
/** What has happened already, or what others should do, is no promise. */
const NO_PROMISE = /将军|即将到期|已将|曾计划|计划生育|计划单列|规划局?计划处|如需|请您|敬请|欢迎您|建议您/u
const CLOSING = /感谢|支持|监督|理解|关注|联系电话|咨询电话/u
const SENTENCE = /[^。！？!?；;\n]+/gu
const LENGTHS = { least: 10, most: 160 }
const MAX_LETTERS = 8000

/** The promises of a reply (我局将……、计划于……、力争……), in reading order, at most `limit`; those with a date first chosen. */
export function promisesOf(reply: string, limit = 2): string[] {
  const found = (reply.slice(0, MAX_LETTERS).match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= LENGTHS.least && PROMISE.test(sentence))
    .filter((sentence) => !NO_PROMISE.test(sentence) && !CLOSING.test(sentence))
  const dated = found.filter((sentence) =>
    /\d{4}年|\d{1,2}月|年底|年内|明年|今年|季度|上半年|下半年/u.test(sentence),
  )
  const chosen = new Set([...dated, ...found].slice(0, limit))
  return found.filter((sentence) => chosen.has(sentence)).map((sentence) => sentence.slice(0, LENGTHS.most))
}
