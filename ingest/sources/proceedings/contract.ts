import type { Contract } from '../contract.ts'

/** 会议与决定任免: one row is one agenda item of one meeting. */
export const proceedings: Contract = {
  kind: 'proceedings',
  // Offices number the items of each meeting from 1.
  key: ['session', 'item_id'],
  fields: [
    {
      name: 'item_id',
      label: '议题编号',
      type: 'code',
      headers: ['议题序号', '议程编号', '事项编号', '议题号', '议程序号'],
    },
    {
      name: 'session',
      label: '会议名称',
      type: 'text',
      required: true,
      headers: ['会议', '常委会会议', '会议届次', '会次', '会议次数'],
    },
    {
      name: 'held_on',
      label: '会议日期',
      type: 'date',
      expected: true,
      headers: ['召开日期', '开会日期', '会议时间', '召开时间', '审议日期'],
    },
    {
      name: 'category',
      label: '议题类别',
      type: 'choice',
      required: true,
      headers: ['议题类型', '事项类别', '议程类别', '议题种类'],
      choices: {
        听取报告: ['听取和审议报告', '听取审议报告', '专项工作报告', '工作报告', '审议报告', '报告'],
        法规案: ['立法', '地方性法规', '法规草案', '法规', '审议法规'],
        决定决议: ['重大事项', '重大事项决定', '决定', '决议', '讨论决定重大事项'],
        任免: ['人事任免', '任命', '免职', '人事', '任免案'],
        视察检查: ['执法检查', '视察', '调研', '专题询问', '检查'],
        其他: ['其它'],
      },
    },
    {
      name: 'title',
      label: '议题名称',
      type: 'text',
      required: true,
      headers: ['议题', '议程', '议程名称', '事项名称', '审议事项', '议案名称'],
    },
    {
      name: 'stage',
      label: '审议阶段',
      type: 'choice',
      state: true,
      headers: ['审次', '审议次数', '进度', '所处阶段'],
      choices: {
        拟议: ['列入计划', '拟提请', '起草', '调研起草'],
        一审: ['初审', '第一次审议', '初次审议'],
        二审: ['第二次审议', '再次审议'],
        三审: ['第三次审议'],
        表决: ['交付表决', '表决通过'],
        公布: ['公布施行', '批准公布', '已公布'],
      },
    },
    {
      name: 'result',
      label: '审议结果',
      type: 'choice',
      state: true,
      headers: ['表决结果', '审议情况', '议决结果', '办理结果'],
      choices: {
        通过: ['表决通过', '获得通过', '任命', '免职', '同意', '批准'],
        未通过: ['不通过', '否决'],
        继续审议: ['暂不付表决', '暂不表决', '修改后再审', '交付修改', '审议'],
        听取: ['已听取', '听取并审议'],
      },
    },
    {
      name: 'votes_for',
      label: '赞成票',
      type: 'integer',
      state: true,
      headers: ['赞成', '赞成票数', '同意票'],
    },
    {
      name: 'votes_against',
      label: '反对票',
      type: 'integer',
      state: true,
      headers: ['反对', '反对票数'],
    },
    {
      name: 'votes_abstain',
      label: '弃权票',
      type: 'integer',
      state: true,
      headers: ['弃权', '弃权票数'],
    },
    {
      name: 'draft_title',
      label: '对应法规草案',
      type: 'text',
      headers: ['法规草案', '草案名称', '法规名称', '对应草案'],
    },
  ],
  checks: ['votes_for', 'votes_against', 'votes_abstain'].map((field) => ({
    rule: 'not_negative' as const,
    field,
    sentence: '票数是负数',
    otherwise: 'quarantine' as const,
  })),
}
