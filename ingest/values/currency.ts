const currencies: readonly (readonly [name: string, signs: string])[] = [
  ['港币', 'HKD|HK\\$|港币|港元'],
  ['台币', 'TWD|NT\\$|新?台币'],
  ['澳门元', 'MOP|澳门元|澳门币'],
  ['新加坡元', 'SGD|新加坡元|新元'],
  ['澳元', 'AUD|澳元'],
  ['加元', 'CAD|加元|加拿大元'],
  ['英镑', 'GBP|£|英镑'],
  ['欧元', 'EUR|€|欧元'],
  ['日元', 'JPY|日元|日圆'],
  ['韩元', 'KRW|韩元|韩圆'],
  ['瑞士法郎', 'CHF|瑞士法郎|瑞郎'],
  ['卢布', 'RUB|卢布'],
  ['美元', 'USD|US\\$|美元|美金'],
  ['外币', '\\$|外币|外汇|原币'],
]
const signs = currencies.map(([name, source]) => [name, new RegExp(source, 'i')] as const)

/** Every way to name a currency other than 人民币, as the source of a regular expression. */
export const foreignNames = currencies.map(([, source]) => source).join('|')

/** The currency other than 人民币 that a text names ('US$' → '美元'), or null. */
export function foreignCurrency(text: string): string | null {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? null
}
