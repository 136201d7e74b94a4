import { budgetHeaders } from './budget-headers.ts'
import type { Field } from './contract.ts'

/** The unit that buys, as bids and contracts name it. */
export const purchaser: readonly Field[] = [
  {
    name: 'agency_code',
    label: '采购单位代码',
    type: 'code',
    headers: ['采购人代码', ...budgetHeaders.agencyCode],
  },
  {
    name: 'agency_name',
    label: '采购单位',
    type: 'text',
    oneName: true,
    headers: ['采购人', '采购单位名称', '采购人名称', ...budgetHeaders.agencyName],
  },
]
