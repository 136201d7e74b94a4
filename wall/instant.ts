/** Time as the interfaces write it: `YYYY-MM-DDTHH:MM:SSZ`. */
export function toInstant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
