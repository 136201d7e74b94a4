import { dayOf, type Day } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { unitOf, units, type Unit } from '../units.ts'
import { type Curve, ordinaryCurve, rushCurve, slowCurve } from './curves.ts'
import { type Payee, type PayeeBook } from './payees.ts'
import { pacePlants, type PacePlant } from './plants.ts'
import type { BudgetLine } from './rows.ts'
import { govEcoOfProject, projectSpending, subjects, type PayeeKind, type SpendingClass } from './subjects.ts'

/** A budget line with the way it will be spent. */
export interface PlannedLine {
  line: BudgetLine
  unit: Unit
  spending: SpendingClass
  curve: Curve
  perMonth: readonly [low: number, high: number]
  uses: readonly string[]
  payees: PayeeKind
  /** Set when every payment goes to one payee (rent, property service). */
  payee: Payee | null
  /** Set when the monthly amount is the same all year. */
  isLevel: boolean
  isProject: boolean
}

export const fiscalYears = [2024, 2025, 2026] as const

const renters = new Set(['101006', '101007', '101009', '102003', '105004', '105005', '110001', '104001'])
const travellers = new Set(['101002', '101003', '104001', '104002', '110001', '110002', '103001', '111001'])
const carBuyers = new Set(['102001-2024', '108002-2025', '107002-2024', '111001-2026'])
const funcByEco: Readonly<Record<string, string>> = {
  '30108': '2080505',
  '30110': '2101101',
  '30113': '2210201',
}

export function planLines(random: Random, book: PayeeBook): PlannedLine[] {
  return fiscalYears.flatMap((year) =>
    units.flatMap((unit) => {
      const abroad = random.fork(`${unit.code}-因公出国`).int(0, 20)
      return new UnitPlan(unit, year, random.fork(`${unit.code}-${year}`), book, abroad).lines()
    }),
  )
}

class UnitPlan {
  readonly #unit: Unit
  readonly #year: number
  readonly #random: Random
  readonly #book: PayeeBook
  readonly #pace: PacePlant | undefined
  readonly #abroad: number
  readonly #planned: PlannedLine[] = []

  constructor(unit: Unit, year: number, random: Random, book: PayeeBook, abroad: number) {
    this.#unit = unit
    this.#year = year
    this.#random = random
    this.#book = book
    this.#abroad = abroad
    this.#pace = pacePlants.find((plant) => plant.agencyCode === unit.code && plant.fiscalYear === year)
  }

  lines(): PlannedLine[] {
    this.#basicLines()
    this.#rareLines()
    this.#projectLines()
    return this.#planned
  }

  #basicLines(): void {
    for (const subject of subjects) {
      const isPersonnel = subject.spending === 'personnel'
      const growth = 1 + (this.#year - 2024) * (isPersonnel ? 0.025 : -0.015)
      const wanted = this.#unit.headCount * subject.perHead * growth * (0.94 + this.#random.next() * 0.12)
      const isProperty = subject.eco === '30209'
      this.#add({
        project: isPersonnel ? '人员经费' : '公用经费',
        proCode: this.#proCode(isPersonnel ? 'R001' : 'Y001'),
        eco: subject.eco,
        govEco: subject.govEco,
        func: funcByEco[subject.eco] ?? this.#unit.func,
        yuan: isPersonnel ? clearOfLimit(wanted) : wanted,
        spending: isProperty ? 'personnel' : subject.spending,
        perMonth: scaled(subject.perMonth, isPersonnel ? 1 : Math.sqrt(this.#unit.headCount / 90) * 0.8),
        uses: subject.uses,
        payees: subject.payees,
        payee: isProperty ? this.#book.named('云岭示例物业服务有限公司') : null,
        isLevel: isPersonnel || isProperty || subject.eco === '30239',
      })
    }
  }

  /** Rent, trips abroad, cars, heating of one's own building: not every unit has them. */
  #rareLines(): void {
    const basic = { project: '公用经费', proCode: this.#proCode('Y001'), func: this.#unit.func }
    if (renters.has(this.#unit.code)) {
      const payee = this.#book.named(
        `云岭示例置业管理有限公司（${this.#unit.aliases.split(';')[0] ?? ''}租约）`,
      )
      const yuan = this.#unit.headCount * 4_800
      this.#add({
        ...basic,
        eco: '30214',
        govEco: '50201',
        yuan,
        spending: 'personnel',
        perMonth: [1, 1],
        uses: ['办公用房租金'],
        payees: 'service',
        payee,
        isLevel: true,
      })
    }
    if (travellers.has(this.#unit.code)) {
      // Trips abroad may cost less from year to year, never clearly more.
      const usual = 160_000 + this.#abroad * 6_000
      const yuan = usual * (1 - (this.#year - 2024) * 0.03) + this.#random.int(0, 20) * 100
      this.#add({
        ...basic,
        eco: '30212',
        govEco: '50207',
        yuan,
        spending: 'abroad',
        perMonth: [1, 1],
        uses: ['因公出国（境）团组费用'],
        payees: 'travel',
        payee: null,
        isLevel: false,
      })
    }
    if (carBuyers.has(`${this.#unit.code}-${this.#year}`)) {
      const payee = this.#book.named('云岭示例汽车销售服务有限公司')
      this.#add({
        ...basic,
        eco: '31013',
        govEco: '50306',
        yuan: 180_000,
        spending: 'carryOver',
        perMonth: [1, 1],
        uses: ['公务用车购置款'],
        payees: 'fleet',
        payee,
        isLevel: false,
      })
    }
  }

  #projectLines(): void {
    this.#unit.projects.forEach((text, index) => {
      const [name = '', eco = '', size = '0'] = text.split(':')
      const growth = 0.92 + this.#random.next() * 0.2
      const { payees, uses } = projectSpending(eco)
      const project = {
        project: name,
        proCode: this.#proCode(`P${String(index + 1).padStart(3, '0')}`),
        eco,
        govEco: govEcoOfProject[eco.slice(0, 3)] ?? '59999',
        func: `${this.#unit.func.slice(0, 5)}99`,
        perMonth: projectPace(Number(size)),
        uses: uses.map((use) => use.replaceAll('{项目}', name)),
        payees,
        payee: null,
        isLevel: false,
        isProject: true,
      }
      const yuan = Number(size) * 10_000 * growth
      this.#add({
        ...project,
        yuan,
        spending: eco === '30208' ? 'heating' : payees === 'care' ? 'care' : 'project',
      })
      if (this.#random.chance(0.3)) {
        this.#add({ ...project, yuan: yuan * 0.1, spending: 'carryOver', perMonth: [1, 2], source: '结转' })
      }
      if (Number(size) > 900 && this.#random.chance(0.6)) {
        this.#add({ ...project, yuan: yuan * 0.25, spending: 'project', perMonth: [1, 2], source: '上级' })
      }
    })
  }

  #proCode(suffix: string): string {
    return `99010024${this.#unit.code}${suffix}`
  }

  #add(input: NewLine): void {
    const source = input.source ?? '年初'
    const number = String(this.#planned.length + 1).padStart(3, '0')
    const line: BudgetLine = {
      bgtId: `ZB${this.#year}${this.#unit.code}${number}`,
      fiscalYear: this.#year,
      agencyCode: this.#unit.code,
      agencyName: this.#unit.name,
      proCode: input.proCode,
      projectName: input.project,
      func: input.func,
      eco: input.eco,
      govEco: input.govEco,
      fundType: source === '上级' ? '11112' : '11111',
      account: accountOf(this.#unit.name, input.isProject === true),
      sourceType: source,
      amount: Math.round(input.yuan / 100) * 10_000,
      reduced: 0,
      added: 0,
      docNo: docNumber(source, this.#year, this.#unit.code),
      docDay: docDay(source, this.#year, this.#random),
    }
    this.#planned.push({
      line,
      unit: unitOf(this.#unit.code),
      spending: input.spending,
      curve: this.#curve(input),
      perMonth: input.perMonth,
      uses: input.uses,
      payees: input.payees,
      payee: input.payee,
      isLevel: input.isLevel,
      isProject: input.isProject ?? false,
    })
  }

  #curve(input: NewLine): Curve {
    const total = input.isLevel ? 0.96 : 0.95 + this.#random.next() * 0.035
    const isPaced = input.isProject === true && input.spending !== 'carryOver'
    if (this.#pace && isPaced) {
      return this.#pace.rule === 'B12'
        ? slowCurve(this.#random, input.spending, this.#pace.strength)
        : rushCurve(this.#random, input.spending, this.#pace.strength)
    }
    return ordinaryCurve(this.#random, input.spending, total)
  }
}

interface NewLine {
  project: string
  proCode: string
  eco: string
  govEco: string
  func: string
  yuan: number
  spending: SpendingClass
  perMonth: readonly [low: number, high: number]
  uses: readonly string[]
  payees: PayeeKind
  payee: Payee | null
  isLevel: boolean
  isProject?: boolean
  source?: string
}

/** Shrinks a level yearly amount until its monthly payment is not just under the control limit. */
function clearOfLimit(yuan: number): number {
  const monthly = (yuan * 0.96) / 12
  return monthly > 385_000 && monthly < 505_000 ? yuan * (385_000 / monthly) : yuan
}

function scaled([low, high]: readonly [number, number], factor: number): readonly [number, number] {
  return [Math.max(1, Math.round(low * factor)), Math.max(1, Math.round(high * factor))]
}

/** Payments a month of a project, by its size in 万元. */
function projectPace(size: number): readonly [number, number] {
  if (size < 150) return [1, 3]
  if (size < 800) return [3, 5]
  return [4, 8]
}

function docNumber(source: string, year: number, agencyCode: string): string {
  const word = source === '上级' ? '云财预指' : source === '结转' ? '云财结' : '云财预'
  return `${word}〔${year}〕${Number(agencyCode.slice(0, 3)) - 100}${agencyCode.slice(4)}号`
}

/** The people's congress approves in January; departments are answered within twenty days. */
function docDay(source: string, year: number, random: Random): Day {
  if (source === '结转') return dayOf(`${year}-01-0${random.int(4, 8)}`)
  if (source === '上级') return dayOf(`${year}-03-${random.int(10, 28)}`)
  return dayOf(`${year}-01-${random.int(24, 31)}`)
}

/** Units whose projects are paid from another account than the general one (预算法第五条：四本账). */
const otherAccounts: readonly (readonly [unit: RegExp, account: string])[] = [
  [/自然资源|住房和城乡建设/, '政府性基金预算'],
  [/医疗保障|人力资源和社会保障/, '社会保险基金预算'],
  [/国有资产|工业和信息化/, '国有资本经营预算'],
]

function accountOf(unit: string, isProject: boolean): string {
  const other = isProject ? otherAccounts.find(([pattern]) => pattern.test(unit)) : undefined
  return other?.[1] ?? '一般公共预算'
}
