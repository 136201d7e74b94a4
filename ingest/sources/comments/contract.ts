import type { Contract } from '../contract.ts'

/** 立法征求意见: one row is one comment on one draft. */
export const comments: Contract = {
  kind: 'comments',
  key: ['comment_id'],
  fields: [
    { name: 'comment_id', label: '意见编号', type: 'code', headers: ['意见序号', '意见id', '编号'] },
    {
      name: 'draft_title',
      label: '法规草案',
      type: 'text',
      required: true,
      headers: ['草案名称', '法规名称', '草案', '法规草案名称', '征求意见稿', '条例名称', '征求意见项目'],
    },
    {
      name: 'clause',
      label: '条款',
      type: 'text',
      headers: ['涉及条款', '条目', '对应条款', '条文', '所涉条款'],
    },
    { name: 'stance', label: '态度', type: 'text', headers: ['立场', '意见态度', '意见倾向', '意见性质'] },
    {
      name: 'body',
      label: '意见内容',
      type: 'text',
      required: true,
      freeText: true,
      headers: ['意见', '内容', '修改意见', '意见建议', '意见正文', '建议内容'],
    },
    {
      name: 'author_kind',
      label: '意见人类型',
      type: 'text',
      headers: ['提出人类型', '意见来源', '身份', '提出人身份', '提出主体', '主体类型', '意见主体'],
    },
    {
      name: 'created_at',
      label: '提出时间',
      type: 'timestamp',
      happened: true,
      expected: true,
      headers: ['意见时间', '提交时间', '提出日期', '提交日期', '征集时间', '时间'],
    },
    {
      name: 'adopted',
      label: '采纳情况',
      type: 'text',
      state: true,
      headers: ['是否采纳', '采纳结果', '采纳'],
    },
    {
      name: 'adopted_reason',
      label: '理由',
      type: 'text',
      state: true,
      freeText: true,
      headers: ['采纳理由', '不采纳理由', '采纳说明', '未采纳理由', '采纳情况说明', '说明'],
    },
    { name: 'region', label: '地区', type: 'text', headers: ['区县', '所属地区', '所在地区', '行政区划'] },
  ],
}
