import { shanghaiTime } from '#calendar'

/** '11月22日 07:30' in Shanghai. */
export function clockText(time: Date): string {
  const text = shanghaiTime(time)
  return `${dayText(text)} ${text.slice(11, 16)}`
}

/** '11月22日' of 'YYYY-MM-DD…'. */
export function dayText(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}
