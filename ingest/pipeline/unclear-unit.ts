import { IngestError } from '../errors.ts'
import type { Field } from '../sources/contract.ts'
import { isForeignUnit, scaleOfUnit, unitAlone, unitsInHeader } from '../values/unit.ts'
import type { PlannedHeader } from './planned-header.ts'

type MoneyHeader = Omit<PlannedHeader, 'sheet' | 'headerLine'>

/** Whether nobody can tell the unit of a money column from its header, the lines above it and the mapping. */
export function isUnitUnclear(field: Field, plan: MoneyHeader): boolean {
  return unitDoubt(field, plan) !== null
}

/** Throws IngestError `unit_unclear`, which a person settles by saying the unit, before amounts are read wrongly. */
export function refuseUnclearUnits(plan: MoneyHeader): void {
  const doubts = plan.contract.fields.map((field) => unitDoubt(field, plan)).filter((doubt) => doubt !== null)
  if (doubts.length === 0) return
  throw new IngestError(
    'unit_unclear',
    `${[...new Set(doubts.map(({ sentence }) => sentence))].join('')}没有数据入库。` +
      '请在网页“数据接入 → 待确认映射”里选定单位，或改好表头再接入。',
    doubts.map(({ header }) => header).join('、'),
  )
}

/** Amounts say of which currency they are: in a column of its own, or by a mapping that names another than 人民币. */
export function statesCurrency({ columns, mapping }: Pick<MoneyHeader, 'columns' | 'mapping'>): boolean {
  const constant = mapping?.columns.get('currency')?.constant ?? ''
  return columns.has('currency') || (constant !== '' && !/^(?:人民币|RMB|CNY)$/i.test(constant))
}

interface Doubt {
  readonly header: string
  /** What is unclear, for the clerk. */
  readonly sentence: string
}

function unitDoubt({ name, type }: Field, plan: MoneyHeader): Doubt | null {
  const header = plan.headers[plan.columns.get(name) ?? -1]
  if (type !== 'money' || header === undefined) return null
  if (plan.mapping?.scale || plan.mapping?.columns.get(name)?.scale) return null
  const inHeader = unitsInHeader(header)
  const sentence =
    inHeader.length > 0
      ? (doubtOf(`表头“${header}”`, inHeader, plan) ?? contradiction(header, plan.titleUnits))
      : doubtOf(`“${header}”上方的说明`, plan.titleUnits, plan)
  return sentence === null ? null : { header, sentence }
}

/** Where the currency is stated elsewhere, 美元 says nothing of the scale. */
function doubtOf(where: string, stated: readonly string[], plan: MoneyHeader): string | null {
  const isNamed = statesCurrency(plan)
  const units = stated.filter((unit) => !isNamed || !isForeignUnit(unit) || /^[十百千万亿]/.test(unit))
  const [unit, ...others] = units
  if (unit === undefined) return null
  if (others.length > 0) return `${where}写了几个单位（${units.join('、')}），看不出金额是按哪一个填的。`
  if (!isForeignUnit(unit)) return scaleOfUnit(unit) ? null : `${where}写的单位“${unit}”不认识。`
  return `${where}写的是${unit}，系统只按人民币记账，请换算成人民币后填写（支付数据也可以加一列“币种”写明）。`
}

/** 单位：万元 above a column 金额（元）: one of them is wrong. */
function contradiction(header: string, titleUnits: readonly string[]): string | null {
  const unit = unitAlone(header)
  if (unit === null || !scaleOfUnit(unit) || titleUnits.length === 0 || titleUnits.includes(unit)) return null
  return `表头“${header}”与上方的说明写的单位不一样（上方是${titleUnits.join('、')}），看不出金额是按哪一个填的。`
}
