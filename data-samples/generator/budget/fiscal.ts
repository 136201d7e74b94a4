import { type District } from '../places.ts'
import { type Random } from '../prng.ts'
import { orderlyAccounts, type ScaleDebt, type ScaleSubject } from '../scale/region-accounts.ts'
import { fiscalYears } from './plan.ts'

interface Government {
  region: string
  regionCode: string
  fiscalYear: number
  /** ISO day up to which the executed amounts count. */
  asOf: string
}

export type FiscalSubject = Government & ScaleSubject
export type GovernmentDebt = Government & ScaleDebt

export interface FiscalTables {
  revenues: FiscalSubject[]
  expenditures: FiscalSubject[]
  debts: GovernmentDebt[]
}

/** Revenue, expenditure and debt of the city and its districts; all of it in order. The last year runs to October. */
export function buildFiscalTables(districts: readonly District[], random: Random): FiscalTables {
  const governments = [
    { region: '云岭市', regionCode: '990100000' },
    ...districts.map(({ name, code }) => ({ region: name, regionCode: `${code}000` })),
  ]
  const tables: FiscalTables = { revenues: [], expenditures: [], debts: [] }
  for (const fiscalYear of fiscalYears)
    for (const government of governments) {
      const own = random.fork(government.regionCode)
      const isOpen = fiscalYear === 2026
      const at = { ...government, fiscalYear, asOf: isOpen ? '2026-10-31' : `${fiscalYear}-12-31` }
      const { revenues, expenditures, debts } = orderlyAccounts(own, own.fork(String(fiscalYear)))
      const sofar = (subject: ScaleSubject): FiscalSubject => ({
        ...subject,
        ...at,
        executed: isOpen ? Math.round(subject.executed * 0.82) : subject.executed,
      })
      tables.revenues.push(...revenues.map(sofar))
      tables.expenditures.push(...expenditures.map(sofar))
      if (!isOpen) tables.debts.push(...debts.map((debt) => ({ ...debt, ...at })))
    }
  return tables
}
