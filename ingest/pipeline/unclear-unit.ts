import { IngestError } from '../errors.ts'
import type { Field } from '../sources/contract.ts'
import { unitsInHeader } from '../values/unit.ts'
import type { PlannedHeader } from './planned-header.ts'

type MoneyHeader = Pick<PlannedHeader, 'contract' | 'mapping' | 'headers' | 'columns'> & {
  readonly titleUnit: string | null
}

/** 金额（元/万元）: the header names several units, and neither a mapping nor a line above says which. */
export function isUnitUnclear(
  { name, type }: Field,
  { mapping, headers, columns, titleUnit }: MoneyHeader,
): boolean {
  const header = headers[columns.get(name) ?? -1]
  if (type !== 'money' || header === undefined || titleUnit !== null) return false
  if (mapping?.scale || mapping?.columns.get(name)?.scale) return false
  return unitsInHeader(header).length > 1
}

/** Throws IngestError `unit_unclear`, which a person settles by saying the unit, before amounts are read wrongly. */
export function refuseUnclearUnits(plan: MoneyHeader): void {
  const unclear = plan.contract.fields.filter((field) => isUnitUnclear(field, plan))
  if (unclear.length === 0) return
  const headers = unclear.map(({ name }) => plan.headers[plan.columns.get(name) ?? -1] ?? '')
  throw new IngestError(
    'unit_unclear',
    `表头${headers.map((header) => `“${header}”`).join('、')}写了几个单位，看不出金额是按哪一个填的。没有数据入库。` +
      '请在网页“数据接入 → 待确认映射”里选定单位，或改好表头再接入。',
    headers.join('、'),
  )
}
