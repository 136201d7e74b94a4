/** An instant's 时:分 in Shanghai, whatever the computer's own zone. */
export function shanghaiClock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
}
