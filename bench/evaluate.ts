// npm run evaluate: the whole chain on real files, figures only. Prints ids, class names and counts; never a text.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  crossValidate,
  examplesOf,
  loadProductCatalogue,
  loadSegmenter,
  runAnalysis,
  type JobName,
} from '#analysis'
import { readRecords } from '#ingest'
import type { Warehouse } from '#warehouse'
import { table } from '../cli/output.ts'
import { describe } from '../cli/program/classify-scores.ts'
import {
  baselineOf,
  columns,
  judgeColdStart,
  judgeProductCatalogue,
  readLetters,
} from './evaluate/classify.ts'
import { measureBoardHistory } from './evaluate/board-history.ts'
import { measureInventedBudget } from './evaluate/budget.ts'
import { measureFiscal } from './evaluate/fiscal.ts'
import { measureDisclosures } from './evaluate/disclosures.ts'
import { fileGroups } from './evaluate/groups.ts'
import { ingestGroup, withDataHome, type FileGroup, type IngestFigures } from './evaluate/ingest.ts'
import { measureInventedPrivacy } from './evaluate/privacy.ts'
import { findRealData } from './evaluate/real-data.ts'
import { describeReplies, measureAsks, measureReplies } from './evaluate/replies.ts'
import { findingRows, topicRows } from './evaluate/report.ts'
import { countRealRisks, measureInventedRisks } from './evaluate/risks.ts'
import { createStageClock } from './evaluate/stage-clock.ts'

const say = (line = '') => {
  console.log(line)
}
const clock = createStageClock()
const ledger: IngestFigures[] = []

async function analyse(warehouse: Warehouse, dataDir: string, only: JobName): Promise<void> {
  const context = { warehouse, modelsDir: join(dataDir, 'models'), now: new Date(), log: () => undefined }
  await runAnalysis(context, { only: [only] })
}

/** Ingests one group into a data home of its own, then does what the caller measures there. */
async function measure(
  group: FileGroup,
  work: (warehouse: Warehouse, dataDir: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await withDataHome(async (warehouse, dataDir) => {
    const load = () => ingestGroup(warehouse, dataDir, group)
    ledger.push(await clock.time(`接入 ${group.name}`, load))
    await work(warehouse, dataDir)
  })
}

async function measureBudget(group: FileGroup, settings?: string): Promise<void> {
  await measure(group, async (warehouse, dataDir) => {
    if (settings !== undefined) await writeFile(join(dataDir, 'budget-rules.yaml'), settings)
    await clock.time(`预算规则 ${group.name}`, () => analyse(warehouse, dataDir, 'budget'))
    const { found, notApplied } = await findingRows(warehouse)
    say(`\n预算疑点：${group.name}`)
    say(found.length === 0 ? '没有疑点' : table(['规则', '名称', '条数', '等级'], found))
    say(`数据不足：${notApplied.join(' ')}`)
  })
}

say('个人信息：随产品的虚构文字')
say(measureInventedPrivacy())
say('\n预算规则：虚构预算，埋设每一类异常和与之相像的正常情形')
say(await clock.time('预算规则 虚构预算', measureInventedBudget))

const folder = findRealData(say)
if (folder !== null) {
  const groups = fileGroups(folder)
  const labelled = await readRecords(join(folder, 'petitions', 'labelled-messages.csv'))
  const aids = { segmenter: loadSegmenter(), catalogue: loadProductCatalogue() }
  const scores = await clock.time('分类五折交叉验证', () =>
    crossValidate(examplesOf(labelled, columns), { ...aids, folds: 5 }),
  )
  const plain = await clock.time('分类随机四分', () =>
    crossValidate(examplesOf(labelled, columns), { ...aids, folds: 4, plainSeed: 1 }),
  )
  say('分类：labelled-messages.csv，五折交叉验证，相同文本在同一折')
  say(describe(scores))
  say(`随机四分（75% 训练、25% 检验，与已发表的做法相同）：宏平均 F1 ${plain.macroF1.toFixed(4)}`)
  const { letters, catalogue } = await readLetters(folder)
  const baseline = await clock.time('分类对照', () => baselineOf(letters))
  say(`对照，字 1–3 元 TF-IDF 线性支持向量机，同样五折的平均：宏平均 F1 ${baseline.toFixed(4)}`)
  const start = await clock.time('分类无标注起步', () => [
    judgeProductCatalogue(letters).macroF1,
    judgeColdStart(letters, catalogue).macroF1,
  ])
  say(
    `无标注起步：本产品目录 宏平均 F1 ${start[0]?.toFixed(4) ?? '—'}；附件1 的目录名称 ${start[1]?.toFixed(4) ?? '—'}`,
  )
  const buckets = Object.entries(scores.buckets).map(([name, { texts, share, accuracy }]) => [
    name,
    texts,
    share.toFixed(3),
    accuracy?.toFixed(3) ?? '—',
  ])
  say(`\n${table(['分档', '条数', '占比', '正确率'], buckets)}`)

  await measure(groups.hotTopics, async (warehouse, dataDir) => {
    await clock.time('热点 附件3.xlsx', () => analyse(warehouse, dataDir, 'topics'))
    say('\n热点：附件3.xlsx 前 20')
    const header = ['名次', '编号', '热度', '件数', '事项数', '时间', '留言编号']
    say(table(header, await topicRows(warehouse, 20)))
    const [voices, matters] = [
      await warehouse.metric('voices_total'),
      await warehouse.metric('matters_total'),
    ]
    say(`件数 ${String(voices.value)}，事项数 ${String(matters.value)}`)
  })
  await measure(groups.replies, async (warehouse) => {
    const labels = join(folder, 'petitions', 'reply-explained-labels.csv')
    const figures = await clock.time('答复说理 附件4.xlsx', () => measureReplies(warehouse, labels))
    say(`\n答复说理：附件4.xlsx，${figures.examples} 件有人工标注，宏平均 F1（括号内为 95% 区间）`)
    say(describeReplies(figures))
    const asks = await clock.time('答复切题 附件4.xlsx', () => measureAsks(warehouse))
    say(
      `诉求 ${asks.asks} 项：本件答复有回应 ${asks.own.toFixed(3)}、提到 ${asks.touched.toFixed(3)}；换成别件答复误判为有回应 ${asks.swapped.toFixed(3)}`,
    )
  })
  say('\n紧急与风险：随产品的虚构留言（只防退步）')
  say(measureInventedRisks())
  const files = ['labelled-messages.csv', 'unlabelled-messages.xlsx', '附件3.xlsx', '附件4.xlsx']
  say(await countRealRisks(files.map((name) => join(folder, 'petitions', name))))
  say('\n公开文件勾稽（B46）：shanghai-putuo')
  say(await clock.time('公开文件勾稽', () => measureDisclosures(join(folder, 'budget', 'shanghai-putuo'))))
  say('\n地区债务与数据质量：china-fiscal')
  const panel = join(folder, 'budget', 'china-fiscal', 'prov_debt_panel_2025_verbatim.csv')
  say(await clock.time('地区债务', () => measureFiscal(panel)))
  await measureBudget(groups.bradford)
  // The cards' own limits: 3,000 dollars a purchase, and the approval step at 2,500.
  await measureBudget(
    groups.cards,
    'thresholds:\n  B27: { singleLimit.USD: 3000, floorShare: 0.3333, windowDays: 0 }\n  B28: { limit.USD: 2500 }\n',
  )
  const { unlabelled, labelled: archive, board, boardUnion, cabinet, vendors } = groups
  for (const group of [unlabelled, archive, board, boardUnion, cabinet, vendors]) await measure(group)
  for (const group of [groups.intents, groups.accountLines, groups.foreign]) await measure(group)

  const history = await clock.time('状态历史 message-board', () => measureBoardHistory(board))
  say(
    `\n状态历史：同一留言板 ${history.pulls} 次快照、${history.records} 件，${history.changed} 件有变化；按 ${history.orders} 种先后次序接入，` +
      `历史不符 ${history.wrong} 件，最终状态不同的次序 ${history.differing} 种`,
  )
  say('\n接入：接收 + 隔离 + 未变 = 行数')
  const rows = ledger.map((one) => [
    one.group,
    one.files,
    one.rows,
    one.accepted,
    one.quarantined,
    one.unchanged,
    one.expected ?? '—',
    one.adds ? '平' : '不平',
    Object.entries(one.reasons)
      .map(([code, count]) => `${code} ${count}`)
      .concat(one.errors)
      .join('；'),
  ])
  say(table(['文件', '份数', '行数', '接收', '隔离', '未变', '应有', '对账', '原因'], rows))
  say(`\n${table(['阶段', '秒'], clock.rows())}`)
  process.exitCode = ledger.every((one) => one.adds) ? 0 : 1
}
