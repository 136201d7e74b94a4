/** What a part of a reply does. Only `content` says something about the matter itself. */
export type ClauseRole =
  | 'courtesy'
  | 'receipt'
  | 'forwarding'
  | 'referral'
  | 'promise'
  | 'deflection'
  | 'pointer'
  | 'signature'
  | 'content'

export interface Clause {
  text: string
  role: ClauseRole
}

const MAX_REPLY = 20_000
const SALUTATION =
  /^(?:关于.{4,60}的(?:答复|回复)\s*)?(?:尊敬的|亲爱的)?(?:网友|网民)?(?:[“"'‘]?\s*(?:UU|A)\d{3,12}\s*[”"'’]?|[“"][^”"]{1,12}[”"]\s*(?:网友|网民)?|网友|网民|市民朋友|市民|群众|先生|女士|同志|业主|家长|来信人)[^,，。!！:：;；\n]{0,24}[,，。!！:：\s]*/u
const DATE = /(?:19|20)\d{2}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}\s*[日号]?|\d{1,2}月\d{1,2}日/gu
const COURTESY =
  /感谢|谢谢|多谢|致谢|祝您|祝你|祝愿|顺祝|谅解|见谅|此复|特此|专此|^(?:再次|衷心|首先|最后|在此)$|^(?:您|你|大家)们?好|欢迎(?:您|你|大家|广大|各位)?.{0,12}(?:监督|关注|来电|来信|留言)|支持.{0,6}(?:工作|发展)$|(?:表示|深表).{0,4}(?:歉意|感谢)|宝贵(?:的)?(?:意见|建议)|生活愉快|工作顺利|身体健康|事事顺心|一如既往/u
const RECEIPT =
  /收悉|收到|获悉|已阅|知悉|(?:回复|答复|反馈|说明|情况|解答)如下|如下[:：]?$|已(?:经)?(?:进行过?|作了?|做了?)?(?:回复|答复)$|高度重视|非常重视|十分重视/u
const FORWARDING =
  /(?:转|交)(?:交|办|至|给|由|送|达|呈|发|报)|(?:已|将|并|立即|迅速|及时|已经|我们|我办|我局|予以)(?:向|函)?.{0,10}(?:批转|移交|交由|反馈给|汇报|上报|呈报|报送)|(?:已|再|并|会|问题|情况|建议|意见)转|正在交办|发函|转[^。]{1,24}(?:调查|核处|核实|核查|办理|处理|处置|关注|答复|办复)|交(?:有关|相关|责任)/u
const REFERRAL =
  /(?:请|建议|可以?|欢迎)(?:您|你|其|当事人)?(?:们)?.{0,14}(?:咨询|询问|联系|拨打|致电|反映|反馈|投诉|举报|查询|了解|登录)|详询|咨询电话|联系电话|电话[:：]|致电|(?:咨询|联系|投诉|服务)(?:热线|方式)|^[-\d()（）—–\s、/]+$/u
const PROMISE =
  /(?:结果|情况|进展).{0,12}(?:及时|第一时间|尽快|再|后).{0,8}(?:反馈|回复|答复|告知|公布|发布)|(?:及时|尽快|再|第一时间)(?:向|给|予以|与|对)?(?:您|你|以)?(?:们)?(?:作出|进行|给予)?(?:反馈|回复|答复|告知|处理)|(?:敬请|请)(?:您|你)?(?:继续|持续|耐心)?(?:关注|留意|等待|期待|等候)|(?:正在|将|会|进行)(?:进一步|认真|积极|抓紧|迅速)?(?:核实|调查|处理|核查|研究|跟进)(?:处理|办理|解决|中|之中)*$/u
const DEFLECTION =
  /(?:不属|不归|不在|非我|并非).{0,16}(?:管辖|职责|范围|权限|管理|职权|受理)|属.{1,16}(?:管辖|职责范围)$|(?:信息|描述|情况|线索|问题|内容).{0,6}(?:不足|不具体|不详|不明|过于笼统|不清)|未(?:能)?(?:提供|留下|说明|注明).{0,10}(?:联系方式|电话|信息|地址|姓名)|(?:请|需).{0,6}(?:提供|留下|补充|告知).{0,14}(?:联系方式|线索|信息|凭证|材料|电话|人与事)|(?:无法|不能|难以)(?:明确|直接|具体)?(?:答复|回复|核实|查证|得知|查处)|(?:不掌握|不了解)(?:具体)?情况|表述出来|便于(?:我们|相关)/u
const POINTER = /链接|附件|详见|参见|请参看|请点击|https?:|www\./u
const SIGNATURE =
  /^(?:中共)?[\p{sc=Han}A-Z\d“”、（）()]{2,24}(?:局|办公室|委员会|委|办|政府|管委会|街道|中心|公司|支队|大队|院|部|厅|站|所|处|组|队)(?:办公室)?\s*[\d.年月日\s]*$/u
const VERB = /是|有|为|已|将|会|请|可|能|应|需|不|被|把|由|对|经|在/u

/**
 * Splits a reply into parts at commas and full stops and says what each does. A part is what its marker says unless it
 * is long: a long part says something whatever it opens with. Salutation and dates are left out.
 */
export function readClauses(reply: string): Clause[] {
  const text = reply
    .slice(0, MAX_REPLY)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SALUTATION, '')
    .replace(DATE, ' ')
  return text
    .split(/[。!！?？;；,，\n]|(?<=如下|收悉|反映|答复|您好|你好|网友|网民)[:：\s]|(?<=[)）])\s/u)
    .map((part) => part.replace(/^[\s,，:：、.“”"]+|[\s,，:：、.“"]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ text: part, role: roleOf(part) }))
}

/** A part longer than this says something about the matter, whatever marker it carries. */
const LONG = 48

const MARKERS: readonly (readonly [ClauseRole, RegExp])[] = [
  ['receipt', RECEIPT],
  ['forwarding', FORWARDING],
  ['deflection', DEFLECTION],
  ['promise', PROMISE],
  ['referral', REFERRAL],
  ['courtesy', COURTESY],
  ['pointer', POINTER],
]

function roleOf(clause: string): ClauseRole {
  if (clause.length >= LONG) return 'content'
  const marked = MARKERS.find(([, pattern]) => pattern.test(clause))
  if (marked) return marked[0]
  if (/^(?:尊敬的|亲爱的)?(?:网友|网民|市民)/u.test(clause) && clause.length < 14) return 'courtesy'
  return SIGNATURE.test(clause) && !VERB.test(clause) ? 'signature' : 'content'
}
