import { panel, scene } from './make.ts'

export const overview = scene({
  id: 'overview',
  name: '综合态势',
  question: '群众在说什么，什么逾期了，钱有没有问题，数据有多新？',
  panels: [
    panel('figures', 'overview.figures', 5),
    panel('voices', 'voices.weeks', 4),
    panel('topics', 'topics.top', 5),
    panel('districts', 'voices.districts', 3),
    panel('stages', 'suggestions.stages', 4),
    panel('late', 'suggestions.late-units', 3),
    panel('execution', 'budget.execution', 4),
    panel('findings', 'findings.levels', 3),
    panel('freshness', 'data.freshness', 2),
  ],
  notes: '先看顶上的数字条，再从左到右：群众反映什么、建议办到哪一步、预算执行与疑点，最后看数据截至哪一天。',
})
