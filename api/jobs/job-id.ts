import { randomBytes } from 'node:crypto'

/** Sorts by time; see `isJobId`. */
export function createJobId(now: Date): string {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${time}-${randomBytes(4).toString('hex')}`
}
