import { shanghaiTime } from '#calendar'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** A stored instant as people in China write it, midnight as the day alone; every other text stays as it is. */
export function localTime(text: string): string {
  if (!instant.test(text)) return text
  const [day = '', time = ''] = shanghaiTime(text).split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, time.startsWith('00', 6) ? 5 : 8)}`
}
