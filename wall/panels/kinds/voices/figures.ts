import { figuresKind } from '../../figures-kind.ts'
import { integer } from '../../words.ts'
import { voiceSources } from '../sources.ts'

export const voiceFigures = figuresKind({
  id: 'voices.figures',
  name: '民意数字',
  question: '近一月来了多少件，其实是多少件事？',
  sources: [voiceSources],
  figures: [
    { metric: 'voices_this_month' },
    { metric: 'matters_this_month' },
    { metric: 'topics_hot', status: (value) => (value > 0 ? 'warn' : 'ok') },
    { metric: 'campaigns_found' },
  ],
  headline: (valueOf) => voiceFiguresHeadline(valueOf('voices_this_month'), valueOf('matters_this_month')),
})

export function voiceFiguresHeadline(voices: number | null, matters: number | null): string {
  if (voices === null) return '近一月没有可用的来件数据'
  if (voices === 0) return '近一月没有来件'
  if (matters === null) return `近一月 ${integer(voices)} 件，尚未归并事项`
  if (matters === voices) return `近一月 ${integer(voices)} 件，各是一件事`
  return `近一月 ${integer(voices)} 件，归为 ${integer(matters)} 件事`
}
