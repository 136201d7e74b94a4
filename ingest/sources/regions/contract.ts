import type { Contract } from '../contract.ts'

/** 区划主数据: one row is one region over one period. */
export const regions: Contract = {
  kind: 'regions',
  key: ['region_code'],
  fields: [
    {
      name: 'region_code',
      label: '区划代码',
      type: 'code',
      required: true,
      headers: ['行政区划代码', '区划编码', '地区代码'],
    },
    {
      name: 'region_name',
      label: '区划名称',
      type: 'text',
      required: true,
      headers: ['行政区划名称', '地区名称', '名称'],
    },
    {
      name: 'parent_code',
      label: '上级区划代码',
      type: 'code',
      headers: ['上级代码', '父级代码', '上级编码', '上级区划'],
    },
    { name: 'level', label: '级别', type: 'text', headers: ['层级', '区划级别', '行政级别'] },
    { name: 'valid_from', label: '生效日期', type: 'date', headers: ['启用日期', '开始日期', '设立日期'] },
    { name: 'valid_to', label: '失效日期', type: 'date', headers: ['停用日期', '结束日期', '撤销日期'] },
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
      than: 'region_code',
      sentence: '上级代码就是它自己',
      otherwise: 'quarantine',
    },
  ],
}
