import type { Contract } from '../contract.ts'

/** 民生实事项目: one row is one project of one year; later reports bring its progress up to date. */
export const livelihoodProjects: Contract = {
  kind: 'livelihood_projects',
  key: ['year', 'project_id'],
  fields: [
    {
      name: 'project_id',
      label: '实事编号',
      type: 'code',
      headers: ['实事项目编号', '民生实事编号', '实事序号', '项目编号'],
    },
    {
      name: 'year',
      label: '实施年度',
      type: 'integer',
      required: true,
      headers: ['年度', '年份', '实事年度', '票决年度'],
    },
    {
      name: 'title',
      label: '实事项目',
      type: 'text',
      required: true,
      headers: ['实事名称', '民生实事项目', '民生实事', '实事项目名称', '项目名称'],
    },
    {
      name: 'lead_unit',
      label: '牵头单位',
      type: 'text',
      headers: ['责任单位', '牵头责任单位', '主办单位', '实施单位'],
    },
    {
      name: 'target',
      label: '年度目标',
      type: 'text',
      headers: ['目标任务', '建设内容', '年度任务', '目标'],
    },
    {
      name: 'planned_at',
      label: '计划完成日期',
      type: 'date',
      expected: true,
      headers: ['计划完成时间', '完成时限', '计划完成', '完成期限'],
    },
    {
      name: 'progress',
      label: '完成比例',
      type: 'percent',
      state: true,
      columnRequired: true,
      headers: ['完成进度', '完成率', '形象进度', '完成比例（%）', '完成进度（%）', '完成率（%）'],
    },
    {
      name: 'status',
      label: '进展情况',
      type: 'text',
      state: true,
      freeText: true,
      headers: ['进展', '推进情况', '目前进展', '进展说明'],
    },
    { name: 'budget', label: '计划投资', type: 'money', headers: ['投资额', '预算安排', '投资', '总投资'] },
    {
      name: 'votes_rank',
      label: '票决名次',
      type: 'integer',
      headers: ['得票名次', '票决排名', '得票排名'],
    },
    {
      name: 'reported_at',
      label: '报告日期',
      type: 'date',
      happened: true,
      state: true,
      headers: ['填报日期', '报送日期', '进度截至', '统计日期'],
    },
  ],
  checks: [
    { rule: 'not_negative', field: 'budget', sentence: '计划投资是负数', otherwise: 'quarantine' },
    {
      rule: 'year_near',
      field: 'year',
      of: 'planned_at',
      within: 2,
      sentence: '实施年度与计划完成日期相差两年以上',
      otherwise: 'warn',
    },
  ],
}
