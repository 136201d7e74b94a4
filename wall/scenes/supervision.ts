import { panel, scene } from './make.ts'

export const suggestionsScene = scene({
  id: 'suggestions',
  name: '建议办理',
  question: '代表建议办到哪一步，什么逾期，答应的事到时候了没有？',
  panels: [
    panel('figures', 'suggestions.figures', 5),
    panel('stages', 'suggestions.stages', 5),
    panel('late', 'suggestions.late-units', 4),
    panel('due', 'suggestions.due', 4),
    panel('months', 'suggestions.months', 3),
    panel('results', 'suggestions.results', 3),
    panel('promises', 'suggestions.promises', 3),
  ],
  notes:
    '先说逾期未答复的总数，再看哪些单位、接下来哪些要到期；承诺一栏的“时限已过”不等于没有兑现，要逐条核实。',
})

export const budgetScene = scene({
  id: 'budget',
  name: '预算监督',
  question: '四本账花得怎样，哪些问题在查，查到哪一步？',
  panels: [
    panel('figures', 'budget.figures', 5),
    panel('execution', 'budget.execution', 5),
    panel('accounts', 'budget.accounts', 4),
    panel('flow', 'budget.flow', 4),
    panel('functions', 'budget.functions', 2),
    panel('findings', 'findings.levels', 3),
    panel('rules', 'findings.rules', 2),
    panel('cases', 'cases.stages', 4),
    panel('confirmed', 'cases.confirmed', 2),
  ],
  notes:
    '疑点只是打开案卷的理由，不是结论；没有认定属实的，屏上不出现单位。先看执行曲线与往年同期，再看案件办到哪一步。',
})

export const coordinationScene = scene({
  id: 'coordination',
  name: '指挥协调',
  question: '热点之后交办了什么，办成了什么？',
  panels: [
    panel('chain', 'coordination.chain', 5),
    panel('topics', 'coordination.topics', 5),
    panel('gaps', 'coordination.gaps', 4),
    panel('cases', 'cases.stages', 3),
    panel('letters', 'cases.letters', 3),
    panel('results', 'suggestions.results', 2),
    panel('money', 'coordination.money', 2),
  ],
  notes: '从左到右是一条线：群众反映、代表跟进、单位答复、办出结果。没有人跟进的热点最要紧。',
})
