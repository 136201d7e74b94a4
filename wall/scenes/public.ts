import { panel, scene } from './make.ts'

export const hotspots = scene({
  id: 'hotspots',
  name: '民意热点',
  question: '什么事在升温，在哪里，比预期多多少？',
  panels: [
    panel('above', 'topics.above', 5),
    panel('leading', 'topics.leading', 5),
    panel('figures', 'voices.figures', 4),
    panel('stages', 'topics.stages', 3),
    panel('districts', 'voices.districts', 4),
    panel('categories', 'voices.categories', 3),
    panel('channels', 'voices.channels', 2),
  ],
  notes: '先看哪件事连续高于预期，再看它的走势和地区。件数是来件，事项数是同一件事只算一次。',
})

export const legislation = scene({
  id: 'legislation',
  name: '立法与决定任免',
  question: '法规走到哪一步，公众怎么说，会议定了什么？',
  panels: [
    panel('figures', 'agenda.figures', 5),
    panel('drafts', 'drafts.list', 5),
    panel('stages', 'drafts.stages', 4),
    panel('meetings', 'meetings.timeline', 4),
    panel('comments', 'comments.by-draft', 3),
    panel('adopted', 'comments.adopted', 3),
    panel('decisions', 'decisions.latest', 3),
    panel('categories', 'agenda.categories', 2),
  ],
  notes: '先看在审的法规和下次上会的日子，再看公众意见和采纳。任免只计数，不列姓名。',
})

export const livelihood = scene({
  id: 'livelihood',
  name: '民生实事',
  question: '票决的民生实事办得怎样，哪几件要督办？',
  panels: [
    panel('lamps', 'projects.lamps', 5),
    panel('figures', 'projects.figures', 4),
    panel('lights', 'projects.lights', 3),
    panel('attention', 'projects.units', 4),
    panel('progress', 'projects.progress', 3),
    panel('timeline', 'projects.timeline', 3),
  ],
  notes: '灯按屏上写明的规则亮：与时间进度比，不与别的项目比。灰灯是没有进度报告，不是没有做。',
})

export const data = scene({
  id: 'data',
  name: '数据与运行',
  question: '数据到没到、新不新、全不全？',
  panels: [
    panel('figures', 'data.figures', 5),
    panel('morning', 'sources.morning', 5),
    panel('freshness', 'data.freshness', 4),
    panel('quarantine', 'data.quarantine', 4),
    panel('unbalanced', 'data.unbalanced', 3),
    panel('loads', 'data.loads', 2),
    panel('runs', 'data.runs', 2),
  ],
  notes: '这一屏说明其他各屏的数字有多新、漏了什么。隔离的行没有计入任何数字。',
})
