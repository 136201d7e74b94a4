/** Bus lines a text names, as sites: letters about two lines are about two matters, like letters about two estates. */

const BUS = /(?<![0-9A-Za-z])([A-Z]{0,2}[0-9]{1,4})(?:路(?!口|段|[东西南北中]|[一二三四五六七八九十])|区间)/gu

/** Schools known by their number: 县一中, 示例区第二中学. */
const SCHOOL =
  /(?:(?<=[市县区省])|第)([一二三四五六七八九十]{1,3})中(?:学|(?![\p{sc=Han}])|(?=[强违收补要老学竟计]))/gu

export function lineNames(text: string): Set<string> {
  const names = new Set<string>()
  for (const [, number = ''] of text.matchAll(BUS)) names.add(`${number}路`)
  for (const [, number = ''] of text.matchAll(SCHOOL)) names.add(`${number}中`)
  return names
}
