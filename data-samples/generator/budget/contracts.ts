import { addOfficeDays, dayOf, officeDayFrom, today } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type PayeeBook } from './payees.ts'
import { type BudgetLine, type Procurement } from './rows.ts'
import { type PayeeKind } from './subjects.ts'

const methods = [
  '公开招标',
  '公开招标',
  '公开招标',
  '竞争性磋商',
  '竞争性谈判',
  '询价',
  '框架协议采购',
] as const
const buying = new Set<PayeeKind>(['service', 'build', 'equipment', 'repair', 'goods', 'print', 'heat'])

/** Procurement contracts, made when a project first needs them and then paid against. */
export class ContractBook {
  readonly #byProject = new Map<string, Procurement[]>()
  readonly #payees: PayeeBook
  #count = 0

  constructor(payees: PayeeBook) {
    this.#payees = payees
  }

  /** The contract a payment of this line is made under; null where nothing is bought. */
  of(line: BudgetLine, kind: PayeeKind, random: Random): Procurement | null {
    if (!buying.has(kind)) return null
    const key = `${line.proCode}-${line.fiscalYear}`
    let contracts = this.#byProject.get(key)
    if (!contracts) {
      const count = line.amount > 500_000_000 ? random.int(3, 5) : random.int(1, 3)
      contracts = Array.from({ length: count }, () => this.#sign(line, kind, count, random))
      this.#byProject.set(key, contracts)
    }
    return random.pick(contracts)
  }

  all(): Procurement[] {
    return [...this.#byProject.values()].flat()
  }

  #sign(line: BudgetLine, kind: PayeeKind, parts: number, random: Random): Procurement {
    this.#count += 1
    const estimate = Math.round((line.amount * (1 + random.next() * 0.06)) / parts / 10_000) * 10_000
    const amount = Math.round((estimate * (0.88 + random.next() * 0.11)) / 10_000) * 10_000
    const signed = officeDayFrom(dayOf(`${line.fiscalYear}-01-08`) + random.int(0, 40))
    const accepted = officeDayFrom(dayOf(`${line.fiscalYear}-12-01`) + random.int(0, 15))
    const supplier = this.#payees.pick(kind, line.agencyName, random).name
    const isWork = kind === 'build' || kind === 'repair'
    return {
      contractNo: `YLZC-${line.fiscalYear}-${String(this.#count).padStart(4, '0')}`,
      fiscalYear: line.fiscalYear,
      agencyCode: line.agencyCode,
      agencyName: line.agencyName,
      proCode: line.proCode,
      item: `${line.projectName}${isWork ? '工程' : kind === 'goods' || kind === 'equipment' ? '货物采购' : '服务采购'}`,
      method: amount > 400_000_000 ? '公开招标' : random.pick(methods),
      bidders: random.int(3, 9),
      supplier,
      creditCode: creditCode(supplier),
      estimate,
      amount,
      supplement: random.chance(0.06) ? Math.round((amount * 0.05) / 10_000) * 10_000 : 0,
      signed,
      published: addOfficeDays(signed, random.int(0, 2)),
      accepted: accepted > today ? null : accepted,
      region: '云岭市',
    }
  }
}

/** Eighteen characters starting with 99, derived from the name so that a firm keeps its own. */
function creditCode(name: string): string {
  let value = 7
  for (const character of name) value = (value * 131 + (character.codePointAt(0) ?? 0)) % 999_999_937
  return `99990100MA${String(value).padStart(8, '0')}`.slice(0, 18)
}
