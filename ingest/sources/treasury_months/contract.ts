import type { Contract } from '../contract.ts'
import { government } from '../fiscal-fields.ts'

/** 国库库款: one row is one month of one government’s treasury account. */
export const treasuryMonths: Contract = {
  kind: 'treasury_months',
  key: ['region', 'month_end'],
  fields: [
    ...government,
    {
      name: 'month_end',
      label: '月末日期',
      type: 'date',
      required: true,
      happened: 'this_month',
      headers: ['月末', '库款日期', '库款月份末日'],
    },
    {
      name: 'inflow',
      label: '当月库款流入',
      type: 'money',
      headers: ['库款流入', '当月流入', '本月流入', '当月收入'],
    },
    {
      name: 'outflow',
      label: '当月库款流出',
      type: 'money',
      required: true,
      headers: ['库款流出', '当月流出', '本月流出', '当月拨付'],
    },
    {
      name: 'balance',
      label: '月末库款余额',
      type: 'money',
      required: true,
      headers: ['库款余额', '库款净额', '月末库款'],
    },
  ],
}
