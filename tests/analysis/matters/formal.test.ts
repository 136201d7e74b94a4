import { describe, expect, it } from 'vitest'
import { createSketchReader, groupSketches, sketchFromText, STRIDE } from '../../../analysis/matters/index.ts'

interface Paper {
  readonly kind: string
  readonly title: string
  readonly body: string
}

const read = createSketchReader({ stopWords: [] })
/** Sentences that deputies of one field repeat word for word, as segmented. */
const FORMULAS =
  '在 代表 联络站 接待 选民 走访 群众 对 养老 服务 反映 集中 养老 机构 床位 入住率 护理型 床位 一床难求 运营 补贴 标准 ' +
  '医养 结合 医保 支付 范围 有限 护理员 待遇 职业 认同感 培养 体系 健全 独居 老人 安装 智能 感知 设备 烟感 门磁 ' +
  '一键 呼叫 接入 社区 平台 网格员 响应 长期 护理 保险 制度 评估 标准 试点 推开 中央厨房 配送'

/** Position of the first voice of each paper's matter, and of its text. */
function grouped(papers: readonly Paper[]): { matters: number[]; copies: number[] } {
  const table = new Uint32Array(papers.length * STRIDE)
  papers.forEach(({ kind, title, body }, index) => {
    const words = `${title} ${body}`.split(' ')
    const plain = { title: title.replaceAll(' ', ''), body: body.replaceAll(' ', '') }
    const [row] = read({ id: `v${String(index)}`, kind, ...plain }, words)
    sketchFromText(row.sketch, table, index * STRIDE)
  })
  const { standings } = groupSketches(table)
  return { matters: [...standings.matter], copies: [...standings.copy] }
}

const suggestion = (title: string, own = ''): Paper => ({
  kind: 'suggestions',
  title,
  body: `${own} ${FORMULAS}`,
})

describe('formal papers', () => {
  it('that share only the sentences of their field are matters of their own', () => {
    const { matters } = grouped([
      suggestion('关于 提高 社区 助餐点 可持续性 的 建议', '助餐点 收不抵支 停办 补贴'),
      suggestion('关于 建设 失智 照护 专区 的 建议', '失智 老人 走失 照护 专区'),
      suggestion('关于 设立 喘息 假期 的 建议', '子女 请假 喘息 假期'),
    ])
    expect(matters).toEqual([0, 1, 2])
  })

  it('that ask for the same under like titles are one matter, over the years', () => {
    const { matters } = grouped([
      suggestion('关于 提高 社区 助餐点 可持续性 的 建议', '助餐点 日均 就餐 收不抵支'),
      suggestion('关于 建设 失智 照护 专区 的 建议'),
      suggestion('关于 提高 社区 助餐点 可持续性 的 议案', '助餐点 停办 补贴 再次 提出'),
    ])
    expect(matters).toEqual([0, 1, 0])
  })

  it('are no near copies under another title, unless all but a word is the same', () => {
    const { copies } = grouped([
      suggestion('关于 提高 社区 助餐点 可持续性 的 建议'),
      suggestion('关于 建设 失智 照护 专区 的 建议'),
      suggestion('关于 提高 社区 助餐点 可持续性 的 议案'),
    ])
    expect(copies).toEqual([0, 1, 0])
  })
})

describe('letters of citizens', () => {
  it('are near copies whatever their titles say', () => {
    const { copies } = grouped([
      { kind: 'petitions', title: '请 管管 助餐点', body: FORMULAS },
      { kind: 'petitions', title: '没有 人 理 我们', body: FORMULAS },
    ])
    expect(copies).toEqual([0, 0])
  })
})
