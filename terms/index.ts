// What things are called in Chinese. Every layer of the server above the warehouse may use these names.
export { kindLabel, kindLabels } from './kinds.ts'
export { accountTables, bareTitle, type AccountTable } from './account-tables.ts'
