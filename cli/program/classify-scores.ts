import type { EvaluationReport } from '#analysis'
import { table } from '../output.ts'

/** The scores in one line. */
export function summarise({ macroF1, accuracy, texts, ece }: EvaluationReport): string {
  const calibration = ece === null ? '' : `，校准误差 ${ece.toFixed(3)}`
  return `宏平均 F1 ${macroF1.toFixed(3)}，正确率 ${accuracy.toFixed(3)}，${texts} 条${calibration}`
}

/** Scores, the table per class, and which class was taken for which. */
export function describe(report: EvaluationReport): string {
  const percent = (share: number) => share.toFixed(3)
  const scores = report.perClass.map((one) => [
    one.label,
    one.support,
    percent(one.precision),
    percent(one.recall),
    percent(one.f1),
  ])
  const labels = report.perClass.map((one) => one.label)
  const confusion = report.confusion.map((row, index) => [labels[index] ?? '', ...row])
  return [
    summarise(report),
    '',
    table(['类别', '条数', '精确率', '召回率', 'F1'], scores),
    '',
    '混淆表（行为标注，列为预测）',
    table(['', ...labels], confusion),
  ].join('\n')
}
