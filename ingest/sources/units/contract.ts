import type { Contract } from '../contract.ts'

/** 单位主数据: one row is one budget unit over one period. */
export const units: Contract = {
  kind: 'units',
  key: ['agency_code'],
  fields: [
    {
      name: 'agency_code',
      label: '单位代码',
      type: 'code',
      required: true,
      headers: ['预算单位代码', '单位编码', 'AGENCY_CODE'],
    },
    {
      name: 'agency_name',
      label: '单位名称',
      type: 'text',
      oneName: true,
      required: true,
      headers: ['预算单位', '预算单位名称', '单位', '单位全称', 'AGENCY_NAME'],
    },
    { name: 'unit_kind', label: '单位类别', type: 'text', headers: ['单位性质', '单位类型', '类别', '性质'] },
    {
      name: 'parent_code',
      label: '上级单位代码',
      type: 'code',
      headers: ['主管部门代码', '上级代码', '主管单位代码', '上级单位', '主管部门'],
    },
    {
      name: 'region_code',
      label: '所在区划代码',
      type: 'code',
      headers: ['区划代码', '行政区划代码', '所属区划代码'],
    },
    {
      name: 'head_count',
      label: '编制人数',
      type: 'integer',
      headers: ['编制数', '人数', '在编人数', '核定编制'],
    },
    { name: 'valid_from', label: '生效日期', type: 'date', headers: ['启用日期', '成立日期', '设立日期'] },
    { name: 'valid_to', label: '失效日期', type: 'date', headers: ['停用日期', '撤销日期'] },
    { name: 'aliases', label: '别名', type: 'text', headers: ['曾用名', '简称', '其他名称'] },
  ],
  checks: [
    {
      rule: 'not_before',
      field: 'valid_to',
      than: 'valid_from',
      sentence: '失效日期早于生效日期',
      otherwise: 'quarantine',
    },
    {
      rule: 'different',
      field: 'parent_code',
      than: 'agency_code',
      sentence: '上级代码就是它自己',
      otherwise: 'quarantine',
    },
    { rule: 'not_negative', field: 'head_count', sentence: '编制人数是负数', otherwise: 'quarantine' },
  ],
}
