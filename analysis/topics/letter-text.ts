/** The part of a letter that says something: greeting, closing and layout taken off. All patterns are bounded. */

const GREETING =
  /^(?:您好|你好|尊敬的[^,，。:：!！\n]{0,20}|敬爱的[^,，。:：!！\n]{0,20}|各位领导|领导|书记|市长)[^\p{L}\p{N}]{0,6}(?:您好|你好|好)?[^\p{L}\p{N}]{0,6}/u
const CLOSING =
  /(?:此致|望领导|恳请领导|请领导|谢谢|感谢|盼复|望回复|期待回复|期待您的回复|敬礼)[^。\n]{0,24}[。!！\s]*$/u
const GAPS = /\s+/gu

/** Characters of one body that decide; a letter says its matter early. */
const MAX_BODY = 1200
const MAX_TITLE = 120

export function titleText(title: string): string {
  return title
    .slice(0, MAX_TITLE * 4)
    .replace(GAPS, '')
    .slice(0, MAX_TITLE)
}

export function bodyText(body: string): string {
  const head = body
    .slice(0, MAX_BODY * 4)
    .replace(GAPS, '')
    .slice(0, MAX_BODY)
  return head.replace(GREETING, '').replace(GREETING, '').replace(CLOSING, '')
}
