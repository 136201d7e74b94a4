import { defineKind } from '../../define-kind.ts'
import { voiceSources } from '../sources.ts'
import { definition, missing, readFollowed, type Followed } from './followed.ts'

export const followChain = defineKind({
  id: 'coordination.chain',
  name: '从热点到结果',
  question: '群众反映的热点，有多少办出了结果？',
  form: 'flow',
  sources: [voiceSources],
  definition: `${definition}；有结果指至少一件相关建议的办理结果为 A（已解决）`,
  load: readFollowed,
  answer: (topics) => {
    const headline = chainHeadline(topics)
    if (topics.length === 0) return { headline, ...missing }
    const stages = [
      ['热点', topics.length],
      ['有建议跟进', topics.filter(({ suggestions }) => suggestions > 0).length],
      ['已有答复', topics.filter(({ replied }) => replied > 0).length],
      ['有结果', topics.filter(({ solved }) => solved > 0).length],
    ] as const
    return {
      headline,
      content: {
        form: 'flow',
        unit: '个',
        stages: stages.map(([label, value]) => ({ id: label, label, value, note: null, status: null })),
      },
    }
  },
})

export function chainHeadline(topics: readonly Pick<Followed, 'suggestions' | 'solved'>[]): string {
  if (topics.length === 0) return '还没有归出热点'
  const followed = topics.filter(({ suggestions }) => suggestions > 0).length
  const solved = topics.filter(({ solved: count }) => count > 0).length
  if (followed === 0) return `${topics.length} 个热点都没有建议跟进`
  return `${topics.length} 个热点，${followed} 个有人跟进，${solved} 个有结果`
}
