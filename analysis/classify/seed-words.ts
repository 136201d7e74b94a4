import { nodePath, type Catalogue, type CatalogueNode, type Crosswalk } from '../catalogue/index.ts'
import type { Segmenter } from '../text/index.ts'
import { WordMatcher } from './word-matcher.ts'

/** A word that speaks for some targets (class or node numbers). */
export interface SeedWord {
  word: string
  targets: readonly number[]
  /** 1 for a seed word or a whole name, less for a part of a name. */
  weight: number
}

/** Parts of names that occur under every class and say nothing. */
const EMPTY_PARTS = new Set(
  '其他 其它 管理 政策 问题 服务 监管 行业 制度 体制 改革 建设 处理 办理 规划 发展 执法 执业 资格 监督 标准 设施 待遇 纠纷 权益 调整 安全 费用 收费 申请 专项 资金 使用 突发 事件 相关 综合 工作 企业 人员 社会 城镇 城乡 公共 统筹 配置 资源'.split(
    ' ',
  ),
)
const PART_WEIGHT = 0.5

/** The class a node belongs to: its first-level name, or what the crosswalk says; null for none. */
export function targetOf(node: CatalogueNode, crosswalk?: Crosswalk): string | null {
  return crosswalk ? crosswalk.target(node.names) : (node.names[0] ?? null)
}

/**
 * The words that speak for each class: seed words, names, and the parts of names. A word of several classes keeps
 * all of them.
 */
export function seedWordsOf(
  catalogue: Catalogue,
  labels: readonly string[],
  segmenter: Segmenter,
  crosswalk?: Crosswalk,
): SeedWord[] {
  const found = new Map<string, { targets: Set<number>; weight: number }>()
  const add = (word: string, target: number, weight: number): void => {
    if (word.length < 2 || EMPTY_PARTS.has(word)) return
    const entry = found.get(word) ?? { targets: new Set(), weight: 0 }
    entry.targets.add(target)
    entry.weight = Math.max(entry.weight, weight)
    found.set(word, entry)
  }
  for (const node of catalogue.nodes) {
    const target = labels.indexOf(targetOf(node, crosswalk) ?? '')
    if (target === -1) continue
    for (const word of node.seeds) add(word, target, 1)
    for (const name of node.names.slice(-1)) {
      for (const piece of name.split(/[、，,（）()/和及与]/)) add(piece, target, 1)
      for (const part of segmenter.segment(name)) add(part, target, PART_WEIGHT)
    }
  }
  return [...found].map(([word, entry]) => ({ word, targets: [...entry.targets], weight: entry.weight }))
}

/** The words that speak for each node below a first-level class, keyed by path; targets are places in `nodes`. */
export function nodeWordsOf(nodes: readonly CatalogueNode[], segmenter: Segmenter): SeedWord[] {
  const asLabels = nodes.map((node) => nodePath(node.names))
  return nodes.flatMap((node, target) => {
    const name = node.names.at(-1) ?? ''
    const parts = segmenter.segment(name).filter((part) => part.length > 1 && !EMPTY_PARTS.has(part))
    const words = new Map<string, number>(parts.map((part) => [part, PART_WEIGHT]))
    for (const word of [name, ...node.seeds])
      if (word.length > 1 && !EMPTY_PARTS.has(word)) words.set(word, 1)
    return asLabels[target] === undefined
      ? []
      : [...words].map(([word, weight]) => ({ word, targets: [target], weight }))
  })
}

/** Finds seed words in a text wherever they stand, also inside longer words. */
export class SeedIndex {
  private readonly matcher: WordMatcher

  constructor(words: readonly SeedWord[]) {
    this.matcher = new WordMatcher(words.map(({ word }) => word))
  }

  /** How often each word (by its place in the list given) stands in the text. */
  count(text: string): Map<number, number> {
    const counts = new Map<number, number>()
    this.matcher.scan(text, (place) => {
      counts.set(place, (counts.get(place) ?? 0) + 1)
    })
    return counts
  }
}
