export { groupCopies, type CopyGroup, type CopyOptions } from './copies.ts'
