// Classification on the real letters: trained, cold start, the published baseline and nlp.js beside it.
// Prints class names and figures only, never a text.
import {
  evaluateClassifier,
  trainClassifier,
  createClassifier,
  type EvaluationReport,
} from '../analysis/classify/index.ts'
import type { Prepared } from '../analysis/classify/train.ts'
import { loadProductCatalogue } from '../analysis/jobs/catalogue.ts'
import { loadSegmenter } from '../analysis/jobs/lexicons.ts'
import { normaliseText } from '../analysis/text/index.ts'
import {
  clockClassifier,
  judgeColdStart,
  judgeProductCatalogue,
  predictBaseline,
  predictUnseen,
  readLetters,
} from './evaluate/classify.ts'
import { findRealData } from './evaluate/real-data.ts'
import { teachPeer } from './taught-peer.ts'

/** nlp.js needs minutes for more letters than this. */
const PEER_TRAINING = 700
const PEER_TEST = 500

function line(name: string, report: EvaluationReport): string {
  const classes = report.perClass.map((one) => `${one.label} ${one.f1.toFixed(3)}`).join('  ')
  return `${name}：宏平均 F1 ${report.macroF1.toFixed(4)}，准确率 ${report.accuracy.toFixed(4)}（${report.texts} 件）\n    ${classes}`
}

/** The same few letters for both: nlp.js with jieba's words joined by spaces, and ours. */
async function besidePeer(prepared: Prepared): Promise<string[]> {
  const rows = prepared.examples.map((_, row) => row)
  const seen = every(
    rows.filter((row) => prepared.folds[row] !== 0),
    PEER_TRAINING,
  )
  const unseen = every(
    rows.filter((row) => prepared.folds[row] === 0),
    PEER_TEST,
  )
  const segmenter = loadSegmenter()
  const catalogue = loadProductCatalogue()
  const words = (row: number): string => {
    const text = prepared.fields.map((field) => prepared.examples[row]?.text[field] ?? '').join('\n')
    return segmenter.segment(normaliseText(text)).join(' ')
  }
  const gold = (row: number): string => prepared.examples[row]?.label ?? ''
  const peer = await teachPeer(seen.map((row) => ({ words: words(row), label: gold(row) })))
  const theirs: { gold: string; predicted: string }[] = []
  for (const row of unseen) {
    // The letters all belong to some class.
    theirs.push({ gold: gold(row), predicted: (await peer.classify(words(row))) ?? '未归类' })
  }
  const ours = trainClassifier(
    seen.flatMap((row) => prepared.examples.slice(row, row + 1)),
    { segmenter, catalogue, fields: prepared.fields },
  )
  const classifier = createClassifier(ours, { segmenter, catalogue, words: 0 })
  const judged = unseen.map((row) => ({
    gold: gold(row),
    predicted: classifier.classify(prepared.examples[row]?.text ?? {}).label,
  }))
  return [
    line(
      `nlp.js，jieba 分词，${seen.length} 件训练（训练 ${peer.training.toFixed(0)} 秒 CPU）`,
      evaluateClassifier(theirs),
    ),
    line(`本产品，同样的 ${seen.length} 件训练`, evaluateClassifier(judged)),
  ]
}

/** `count` elements spread evenly over the list. */
function every<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count)
  return Array.from({ length: Math.min(count, list.length) }, (_, at) => list[Math.floor(at * step)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  )
}

const folder = findRealData(console.log)
if (folder !== null) {
  const { letters, catalogue } = await readLetters(folder)
  const { prepared, unseen } = predictUnseen(letters)
  const report = evaluateClassifier(unseen)
  console.log(line('五折交叉验证（相同文本同折）', report))
  console.log(`    期望校准误差 ${report.ece?.toFixed(4) ?? '—'}`)
  for (const bucket of ['accept', 'sample', 'review'] as const) {
    const inside = unseen.filter((one) => one.bucket === bucket)
    const right = inside.filter((one) => one.gold === one.predicted).length
    const share = ((100 * inside.length) / unseen.length).toFixed(1)
    console.log(
      `    ${bucket}：${share}%，准确率 ${((100 * right) / Math.max(1, inside.length)).toFixed(2)}%`,
    )
  }
  const firstFold = unseen.filter((_, row) => prepared.folds[row] === 0)
  console.log(line('第一折，本产品', evaluateClassifier(firstFold)))
  console.log(line('第一折，字 1–3 元 TF-IDF 线性 SVM 基线', predictBaseline(prepared, 0)))
  console.log(line('无标注起步，本产品目录', judgeProductCatalogue(letters)))
  console.log(line('无标注起步，附件1 目录', judgeColdStart(letters, catalogue)))
  const clock = clockClassifier(letters)
  console.log(
    `训练（含三折校准）${clock.train.toFixed(0)} 秒 CPU；预测 ${clock.plain.toFixed(0)} 件/秒，带起作用的词 ${clock.explained.toFixed(0)} 件/秒；模型 ${(clock.bytes / 1e6).toFixed(1)} MB`,
  )
  for (const text of await besidePeer(prepared)) console.log(text)
}
