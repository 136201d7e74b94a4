/** What a clause of a reply does. */
export type ClauseRole = 'courtesy' | 'receipt' | 'forwarding' | 'referral' | 'content'

export interface Clause {
  text: string
  role: ClauseRole
}

const MAX_REPLY = 20_000
const SALUTATION =
  /^(?:尊敬的|亲爱的)?(?:[“"'‘]?\s*(?:UU|A)\d{3,12}\s*[”"'’]?|网友|网民|市民朋友|市民|群众|先生|女士|同志|业主|家长|来信人)[^,，。!！:：;；\n]{0,24}[,，。!！:：\s]*/u
const DATE_LINE = /(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]?/gu
const COURTESY =
  /^(?:您好|你好|大家好|非常|再次|衷心|首先|最后)?[,，!！]?(?:感谢|谢谢|多谢|祝您|祝你|敬请谅解|请谅解|此复|特此回复|专此回复|特此答复|顺祝|您好|你好|欢迎)|(?:感谢|谢谢)(?:您|你|网友|市民)?(?:对|的|关注|支持|理解|监督)/u
const RECEIPT =
  /收悉|已收到|获悉|已阅|已知悉|收到您|现回复如下|现将.{0,20}(?:回复|答复|反馈)如下|现(?:就|将).{0,30}如下|(?:回复|答复)如下|已(?:经)?(?:进行过?)?(?:回复|答复|作了回复)|(?:留言|来信|来电|帖文|信件|问题)(?:我们|我局|我办|我区)?(?:已经?|现已)?(?:收到|获悉|知悉)/u
const FORWARDING =
  /(?:已|将|并|立即|迅速|及时|转).{0,14}(?:转|交办|交由|移交|批转|转交|转至|转给|转发|转办).{0,30}|转.{0,24}(?:调查|核处|核实|办理|处理|处置|关注|答复)|(?:正在|将).{0,10}(?:核实|调查|处理|反馈|跟进|关注)|(?:敬请|请)(?:您)?(?:关注|留意|等待|耐心等待)|(?:及时|尽快)(?:反馈|回复|答复|处理)/u
const REFERRAL =
  /(?:建议|请)(?:您|你)?.{0,10}(?:直接)?.{0,6}(?:咨询|询问|联系|拨打|致电|反映)|(?:详询|咨询电话|联系电话|电话[:：])/u

/** Splits a reply into clauses and says what each does; salutation and date lines are left out. */
export function readClauses(reply: string): Clause[] {
  const text = reply
    .slice(0, MAX_REPLY)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(SALUTATION, '')
    .replace(DATE_LINE, '')
  return text
    .split(
      /[。!！?？;；\n]|(?<=如下|收悉|反映|答复)[:：]|[,，](?=[^,，。]{0,30}(?:感谢|谢谢|收悉|如下))|(?<=收悉|收到|您好|你好)[,，]/u,
    )
    .map((part) => part.replace(/^[\s,，:：、.]+|[\s,，:：、.]+$/gu, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ text: part, role: roleOf(part) }))
}

/** A long clause says something whatever its opening; a short one is what its marker says. */
const LONG = 60

function roleOf(clause: string): ClauseRole {
  if (clause.length < LONG) {
    if (COURTESY.test(clause)) return 'courtesy'
    if (RECEIPT.test(clause)) return 'receipt'
    if (FORWARDING.test(clause)) return 'forwarding'
    if (REFERRAL.test(clause)) return 'referral'
  }
  return 'content'
}
