// What things are called, and how money and days are written, in Chinese. Every layer of the server above the warehouse
// may use these.
export { kindLabel, kindLabels } from './kinds.ts'
export { accountTables, bareTitle, type AccountTable } from './account-tables.ts'
export { formatYuan, sumYuan } from './yuan.ts'
export { placeText } from './source-place.ts'
export { chineseDay } from './day.ts'
export { parseNumeral } from './numerals.ts'
