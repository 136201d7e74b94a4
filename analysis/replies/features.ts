import { letters } from './substance.ts'

/** What can be counted in a reply; the base of the rules. */
export interface ReplyFeatures {
  /** Letters and digits of the whole reply. */
  length: number
  hasSalutation: boolean
  hasReceipt: boolean
  hasFinding: boolean
  hasMeasure: boolean
  hasBasis: boolean
  hasContact: boolean
  hasClosing: boolean
  /** Marks of a reason: 因, 由于, 鉴于 … */
  reasons: number
  /** 《…》, 第…条, 文号 */
  citations: number
  numbers: number
  enumerations: number
}

const RECEIPT = /收悉|收到|获悉|已阅|知悉|(?:回复|答复|说明)如下/u
const FINDING =
  /经(?:查|核|调查|了解|核实|核查|研究|现场)|据了解|目前|情况(?:如下|是|属实)|属实|调查(?:核实|了解|发现)|现场|截至|截止/u
const MEASURE =
  /已(?:责令|要求|安排|督促|组织|完成|拆除|整改|清理|恢复|修复|列入|纳入|联系|协调|约谈|处罚)|将(?:进一步|继续|加强|于|会|按|组织|督促|加大)|下一步|责令|整改|立即(?:组织|安排)|计划|力争|预计/u
const BASIS = /根据|依据|按照|依照|规定|政策|条例|办法|通知|文件|法律|法规|《[^》]{2,40}》/u
const CONTACT = /\d{3,4}[-—–]\d{6,8}|1[3-9]\d{9}|12345|电话|联系人|窗口|网址|地址/u
const CLOSING = /感谢|谢谢|祝您|祝你|敬请谅解|此复|特此/u
const SALUTATION = /^.{0,24}(?:您好|你好|网友|网民|市民|同志|先生|女士)/u
const REASONS =
  /因为?|由于|原因|鉴于|考虑到|所以|因此|为此|导致|之所以|不属于|不符合|无法|尚未|暂不|暂未|需要?|应当|可以|不能|必须/gu
const CITATIONS =
  /《[^》]{2,60}》|第[一二三四五六七八九十百\d]+条|[〔[（(](?:19|20)\d{2}[〕\]）)]\s*第?\d+号/gu
const NUMBERS = /\d+(?:\.\d+)?/gu
const ENUMERATIONS =
  /(?:^|[\s。;；:：])(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．)）])/gu

export function measureReply(reply: string): ReplyFeatures {
  const text = reply.slice(0, 20_000)
  return {
    length: letters(text),
    hasSalutation: SALUTATION.test(text.trimStart()),
    hasReceipt: RECEIPT.test(text),
    hasFinding: FINDING.test(text),
    hasMeasure: MEASURE.test(text),
    hasBasis: BASIS.test(text),
    hasContact: CONTACT.test(text),
    hasClosing: CLOSING.test(text.slice(-120)),
    reasons: count(text, REASONS),
    citations: count(text, CITATIONS),
    numbers: count(text, NUMBERS),
    enumerations: count(text, ENUMERATIONS),
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
