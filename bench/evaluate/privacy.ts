import { findPersonalData, personalDataLabels } from '#ingest'
import { table } from '../../cli/output.ts'
import { labelledTexts, scoreSpans } from '../../tests/ingest/privacy/labelled.ts'

/** Precision and recall per class, span by span, on the invented labelled texts; the held-out half beside the tuned. */
export function measureInventedPrivacy(): string {
  const texts = labelledTexts()
  const [tuned, heldOut] = (['tuned', 'held out'] as const).map((set) =>
    scoreSpans(
      texts.filter((text) => text.set === set),
      findPersonalData,
    ),
  )
  const rows = Object.entries(personalDataLabels).map(([kind, label]) => {
    const cells = [tuned, heldOut].flatMap((scores) => {
      const score = scores?.get(kind as keyof typeof personalDataLabels)
      if (!score) return [0, '—', '—']
      return [
        score.labelled,
        (score.right / score.found).toFixed(3),
        (score.right / score.labelled).toFixed(3),
      ]
    })
    return [label.slice(1, -1), ...cells]
  })
  const header = ['类别', '调整用 处', '查准率', '查全率', '检验用 处', '查准率', '查全率']
  return `${texts.length} 件虚构文字\n${table(header, rows)}`
}
