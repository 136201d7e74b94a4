import { type Random } from '../prng.ts'

const slips: readonly (readonly [RegExp, string])[] = [
  [/的/, '得'],
  [/再/, '在'],
  [/账/, '帐'],
  [/已经/, '己经'],
  [/部门/, '部们'],
  [/反映/, '反应'],
  [/没有/, '木有'],
  [/什么/, '啥'],
  [/做/, '作'],
  [/必须/, '必需'],
]
const emoji = ['😡', '😭', '🙏', '🙏🙏', '😤', '👍', '。。。', '…', '~']

/** The marks real intake leaves: slips of the pen, full-width digits, remains of HTML, odd white space. */
export function roughen(random: Random, text: string): string {
  let result = text
  if (random.chance(0.12)) {
    const [from, to] = random.pick(slips)
    result = result.replace(from, to)
  }
  if (random.chance(0.05))
    result = result.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  if (random.chance(0.05)) result = result.replaceAll('。', '，').replace(/，$/, '')
  if (random.chance(0.06)) result = result.replace(/[！。]$/, random.pick(['！！！', '！！！！！', '？？？']))
  if (random.chance(0.05)) result += random.pick(emoji)
  if (random.chance(0.04)) result = result.replace('。', '。<br/>').replace('。', '。<br/>&nbsp;&nbsp;')
  if (random.chance(0.015)) result = `<p style="text-indent:2em">${result}</p>`
  if (random.chance(0.05)) result = `\u3000\u3000${result}`
  if (random.chance(0.03)) result = `\n\t\t${result}\n`
  if (random.chance(0.03)) result = result.replace('，', '， ').replace('。', '。\u00a0')
  return result
}

/** A later copy of an earlier text, with the small changes people make. */
export function nearCopy(random: Random, text: string): string {
  const ways: readonly (() => string)[] = [
    () => `再次反映：${text}`,
    () => text.replace(/^[^，。！？]{2,20}[，。！？]+/, ''),
    () => `${text}请尽快处理，谢谢。`,
    () => text.replaceAll('，', ',').replaceAll('。', '。 '),
    () => `之前反映过，一直没有解决，现再次提交。${text}`,
    () => text.replace(/请/, '麻烦'),
  ]
  return random.pick(ways)()
}
