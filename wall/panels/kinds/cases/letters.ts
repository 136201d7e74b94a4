import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'
import { findingSources } from '../sources.ts'

const letterSteps = ['待签发', '退回修改', '已签发待发出', '已发出待答复', '已答复'] as const

export const caseLetters = defineKind({
  id: 'cases.letters',
  name: '函询',
  question: '发出的函询都答复了吗？',
  form: 'flow',
  sources: [findingSources],
  definition: '各案件的函件按状态计数，作废的不计；不列单位',
  load: async ({ outside }) => (await outside.cases()).flatMap(({ letters }) => letters),
  answer: (letters) => {
    const countOf = (step: string) => letters.filter((letter) => letter === step).length
    const headline = lettersHeadline(countOf('已发出待答复'), countOf('已答复'), letters.length)
    if (letters.length === 0) return { headline, content: null, missingReason: '还没有起草函件' }
    return {
      headline,
      content: {
        form: 'flow',
        unit: '件',
        stages: letterSteps.map((step) => ({
          id: step,
          label: step,
          value: countOf(step),
          note: null,
          status: null,
        })),
      },
    }
  },
})

export function lettersHeadline(waiting: number, answered: number, all: number): string {
  if (all === 0) return '还没有发出函询'
  if (waiting + answered === 0) return `${integer(all)} 件函件还没有发出`
  return waiting === 0
    ? `${integer(answered)} 件函询都已答复`
    : `${integer(waiting)} 件函询等待答复，${integer(answered)} 件已答复`
}
