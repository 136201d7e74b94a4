/** Time as the interfaces write it. */
export { toInstant } from '#calendar'

export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000)
}
