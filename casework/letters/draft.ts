import type { LetterSections } from '../core/command.ts'
import type { Office } from '../settings.ts'
import { formatYuan } from '#terms'
import type { Evidence } from './evidence.ts'

/**
 * The first text of a letter: every figure and every quoted word is the evidence's; the rest are fixed phrases.
 * Paragraphs are separated by line breaks.
 */
export function draftSections(
  evidence: readonly [Evidence, ...Evidence[]],
  office: Office,
  answerDays: number,
): LetterSections {
  const [{ finding }] = evidence
  const year = finding.fiscal_year === null ? '' : `${finding.fiscal_year}年度`
  return {
    title: `关于核实${year}${subjectOf(finding)}有关情况的函`,
    addressee: finding.unit ?? finding.agency_code ?? '',
    body: bodyOf(evidence, year, answerDays)
      .filter((line) => line !== '')
      .join('\n'),
    signer: office.signer,
    copies: office.copies,
    contact: office.contact,
  }
}

const codeAtEnd = /（[\w-]+）$/u

/** The matter in words; one known by a code (a project, a receiver's account) is named by what the rule suspects. */
function subjectOf({ matter, rule_name: name }: Evidence['finding']): string {
  if (matter !== null && /\p{Script=Han}/u.test(matter) && !codeAtEnd.test(matter)) return matter
  return name.startsWith('疑似') ? name : `疑似${name}`
}

function bodyOf(evidence: readonly Evidence[], year: string, answerDays: number): string[] {
  const causes = [...new Set(evidence.flatMap(({ finding }) => textsOf(finding.innocent_causes)))]
  return [
    `根据《中华人民共和国各级人民代表大会常务委员会监督法》第三十条，我们在预算联网监督中对${year}预算执行数据进行比对，发现你单位有关情况需要核实。现将有关情况函告如下，请予说明。`,
    '一、发现的情况',
    ...evidence.flatMap(factsOf),
    '二、对照的规定',
    ...[...new Set(evidence.flatMap(basisOf))],
    '三、请你单位说明的事项',
    '（一）上述情况是否属实，形成的具体原因。',
    causes.length > 0
      ? `（二）是否属于下列正常情形，属于的请附证明材料：${causes.join('；')}。`
      : '（二）如属于正常情形，请说明理由并附证明材料。',
    '（三）如情况属实，已经采取或者准备采取的整改措施和完成时限。',
    `以上情况由数据比对得出，不是认定结论。请自收到本函之日起${answerDays}个工作日内书面答复，并附有关凭证、合同、审批文件的复印件。`,
  ]
}

function factsOf({ finding, rows }: Evidence): string[] {
  const amount = finding.amount === null ? '' : `涉及金额${formatYuan(finding.amount)}元。`
  const listed = rows.length === 0 ? '' : `所依据的${rows.length}条来源记录见附件。`
  return [
    `${sentence(finding.text)}${amount}${listed}`,
    finding.formula_filled === null || finding.formula_filled === ''
      ? ''
      : `计算过程：${sentence(finding.formula_filled)}`,
  ]
}

function basisOf({ finding }: Evidence): string[] {
  const clause = finding.clause ?? '内部控制要求'
  const words = (finding.clause_text ?? '').replaceAll(/\s*\n\s*/g, '').trim()
  const rule = `核实口径：${sentence(finding.formula ?? finding.rule_name)}`
  return [words === '' ? sentence(clause) : `${clause}规定：“${words}”`, rule]
}

function sentence(text: string): string {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ').trim()
  return /[。！？；]$/.test(flat) ? flat : `${flat}。`
}

function textsOf(json: string | null): string[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}
