import { type SampleManifest } from './planted.ts'

/** PLANTED.md: the same list for people. */
export function plantedText(manifest: SampleManifest): string {
  const anomalies = manifest.anomalies.map(
    (item) =>
      `| ${item.rule} | ${item.agency_name}（${item.agency_code}） | ${item.fiscal_year} | ${item.amount} | ${item.story} | ${item.pay_cert_nos.join(' ') || '—'} |`,
  )
  const lookAlikes = manifest.lookAlikes.map(
    (item) =>
      `| ${item.name} | ${item.must_not_raise.join('、')} | ${item.agency_code} | ${item.fiscal_year} | ${item.story} |`,
  )
  const topics = manifest.topics.map(
    (item) =>
      `| ${item.id} | ${item.title} | ${item.district}${item.street} ${item.place} | ${item.from} 至 ${item.to} | ${item.petition_ids.length} | ${item.suggestion_ids.length} | ${item.comment_ids.length} |`,
  )
  const files = manifest.files.map(
    (file) =>
      `| ${file.path} | ${file.kind} | ${file.rows} | ${file.quarantined} | ${file.totals} | ${file.dirty.map(({ row, what }) => `第${row}行：${what}`).join('；') || '—'} |`,
  )
  return [
    '# 示例数据里埋了什么',
    '',
    '本文件由 `data-samples/generate.ts` 写出，与 `planted.yaml` 一致，请勿手改。示例数据的“今天”是 2026-10-31。',
    '',
    '<!-- prettier-ignore-start -->',
    '',
    '## 预算疑点',
    '',
    `单笔控制限额 ${manifest.controlLimit} 元。金额口径：B01、B27、B38 为所列凭证合计；B02 为超出调整后指标的部分；B12 为调整后预算减累计支付；B14 为十二月支付额；B18 为超出该项三公预算的部分；B36 为重复的那一笔。B14 所在单位年度在十一月底按进度看也会落后，属同一原因。未列出的单位和年度对这八条规则应无疑点。`,
    '',
    '| 规则 | 单位 | 年度 | 金额（元） | 情况 | 凭证号 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...anomalies,
    '',
    ...manifest.flawedAccounts.map(
      ({ agency_name: unit, fiscal_year: year, flaws }) =>
        `公开文件（B46）：${unit} ${String(year)} 年度部门决算的 PDF 里有 ${String(flaws.length)} 处自相矛盾（表内不等、表文不一、增减写反、年度写错），其余公开文件相符。`,
    ),
    '',
    '## 形似而无事',
    '',
    '以下各行看上去像疑点，但都有正当原因，所列规则不应报出。',
    '',
    '| 名称 | 不应报出 | 单位 | 年度 | 说明 |',
    '| --- | --- | --- | --- | --- |',
    ...lookAlikes,
    '',
    '## 民意热点',
    '',
    'T01 与 T12 在同一小区而是两件事；T10 中约三分之一由同一用户发出；各热点的编号清单见 `planted.yaml`。',
    '',
    '| 编号 | 热点 | 地点 | 时间 | 信访 | 建议 | 立法意见 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...topics,
    '',
    `点赞最多的一条是 ${manifest.loudest.petition_id}（${manifest.loudest.likes} 个赞），不属于任何热点。发帖最多的用户是 ${manifest.busiestAuthor.author}（${manifest.busiestAuthor.petitions} 条），内容各不相同。`,
    '',
    '## 各文件行数与应隔离的行',
    '',
    '行数不含标题、填表说明、表头和合计行；行号从文件（工作表）第一行起算，一条记录算一行。',
    '',
    '| 文件 | 种类 | 行数 | 应隔离 | 合计行 | 坏行 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...files,
    '',
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n')
}
