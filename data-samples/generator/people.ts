import { type Random } from './prng.ts'

const surnames =
  '张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金'
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export interface Deputy {
  name: string
  delegation: string
  /** Index of the district whose affairs the deputy mostly raises. */
  districtIndex: number
}

/** 300 deputies with plainly invented names: 张示例一 … 金示例五. */
export function buildDeputies(random: Random, districtNames: readonly string[]): Deputy[] {
  const names = [1, 2, 3, 4, 5].flatMap((number) =>
    Array.from(surnames, (surname) => `${surname}示例${numerals[number] ?? ''}`),
  )
  return random.shuffle(names.slice(0, 300)).map((name, index) => {
    const districtIndex = index % districtNames.length
    return { name, delegation: `${districtNames[districtIndex] ?? ''}代表团`, districtIndex }
  })
}

export function surname(random: Random): string {
  return random.pick(Array.from(surnames))
}

/** A private person: 李示例七. */
export function personName(random: Random): string {
  return `${surname(random)}示例${random.pick(numerals)}`
}

/** Eleven digits of a block that is plainly made up. */
export function phoneNumber(random: Random): string {
  return `1990000${String(random.int(0, 9999)).padStart(4, '0')}`
}

/** Eighteen digits with the province code 99, which no province has. */
export function idNumber(random: Random): string {
  const birth = `${random.int(1948, 2001)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}`
  return `990102${birth}${String(random.int(0, 9999)).padStart(4, '0')}`
}
