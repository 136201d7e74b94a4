import { isoDay } from '../calendar.ts'
import { accountPages, type AccountFlaw } from '../budget/accounts.ts'
import { type Plant } from './plants.ts'
import { daysOf, decimal, type SourceRecord, type UnitYear } from './unit-year.ts'

type BidChange = Partial<Record<string, string | null>>

/** One tender of so many bidders whose offers lie some percent apart; `change` alters single offers or leaves them out. */
export function tender(
  at: UnitYear,
  number: number,
  { bidders = 4, change = () => ({}) }: { bidders?: number; change?: (index: number) => BidChange } = {},
): void {
  const random = at.random.fork(`tender ${String(number)}`)
  const procurement = `CG${String(at.year)}${at.unit}${String(number)}`
  const opened = isoDay(random.pick(daysOf(at.year, random.int(2, 10))))
  const lowest = random.int(40_000_000, 300_000_000)
  let cents = lowest
  for (let index = 0; index < bidders; index += 1) {
    const mark = `${at.unit}${String(at.year)}${String(number)}${String(index)}`
    at.bids.push({
      procurement_no: procurement,
      package_no: '1',
      agency_code: at.unit,
      agency_name: at.name,
      item: '办公设备',
      method: '公开招标',
      supplier: `示例投标第${String(number)}-${String(index + 1)}号有限公司`,
      supplier_credit_code: `9199${mark.padStart(14, '0')}`,
      round: '1',
      amount: decimal(cents),
      ceiling: decimal(Math.round(lowest * 1.4)),
      bid_status: '有效',
      is_winner: index === 0 ? '是' : '否',
      legal_person: `张示例${mark}`,
      contact: `李示例${mark}`,
      phone: `190${mark.slice(-8).padStart(8, '0')}`,
      deposit_account: `7700${mark}`,
      file_mark: `MAC-${mark}`,
      opened_at: opened,
      ...change(index),
    })
    cents = Math.round(cents * (1.02 + random.next() * 0.06)) + random.int(1, 99)
  }
}

/** What was published of a year: registered so many days after the approval. */
export function published(at: UnitYear, days: number | null): void {
  const [approved = 0] = daysOf(at.year + 1, 2)
  at.disclosures.push({
    agency_code: at.unit,
    agency_name: at.name,
    fiscal_year: String(at.year),
    document_kind: '部门决算',
    approved_at: isoDay(approved),
    published_at: days === null ? null : isoDay(approved + days),
    as_of: isoDay(approved + 100),
  })
}

/** The text of the unit's published accounts, as the reader of files gives it. */
export function accountsFile(at: UnitYear, flaws: readonly AccountFlaw[]): void {
  const figures = {
    unit: at.name,
    year: at.year,
    staff: at.random.int(40_000, 90_000) * 10_000,
    running: at.random.int(5_000, 20_000) * 10_000,
    project: at.random.int(20_000, 90_000) * 10_000,
    carried: at.random.int(1_000, 9_000) * 10_000,
    threePublic: [6_000_000, 4_500_000] as const,
  }
  const document = `${at.unit}${String(at.year)}`.padStart(16, 'a')
  for (const [page, lines] of accountPages(figures, flaws).entries())
    for (const [row, text] of lines.entries())
      at.disclosureLines.push({
        document,
        page_number: String(page + 1),
        line_number: String(row + 1),
        text,
      } satisfies SourceRecord)
}

const tells = ['legal_person', 'contact', 'phone', 'deposit_account', 'file_mark'] as const

/** Plants of the rules on offers and on publication. */
export const plantsOfTenders: readonly Plant[] = [
  {
    rule: 'B35',
    apply: (at) => {
      const way = at.random.int(1, 3)
      const amount = at.random.int(50_000_000, 200_000_000)
      const step = at.random.int(11_111, 99_999) * 10 + 1
      const tell = at.random.pick(tells)
      tender(at, 5, {
        change: (index) => {
          if (way === 1) return index < 2 ? { amount: decimal(amount) } : {}
          if (way === 2) return { amount: decimal(amount + index * step) }
          return index > 1 ? { [tell]: `相同${at.unit}` } : {}
        },
      })
    },
  },
  {
    rule: 'B46',
    apply: (at) => {
      const isLate = at.random.chance(0.5)
      if (isLate) published(at, at.random.chance(0.3) ? null : at.random.int(21, 90))
      else accountsFile(at, at.random.sample(['item', 'text', 'direction', 'year', 'empty-table'], 2))
    },
  },
]

/** What looks like the plants above and is none. */
export const lookAlikesOfTenders: readonly { readonly name: string; apply(at: UnitYear): void }[] = [
  {
    name: '无效投标与他家同价',
    apply: (at) => {
      tender(at, 6, {
        change: (index) =>
          index < 2 ? { amount: '900000.00', bid_status: index === 0 ? '无效' : '有效' } : {},
      })
    },
  },
  {
    name: '同一供应商两种写法、两轮同价',
    apply: (at) => {
      const [code, amount] = [`9199${at.unit.padStart(14, '9')}`, '912345.67']
      tender(at, 6, {
        change: (index) =>
          index < 2
            ? {
                supplier: index === 0 ? '示例甲有限公司' : '示例甲（有限公司）',
                supplier_credit_code: code,
                amount,
                round: String(index + 1),
              }
            : {},
      })
    },
  },
  {
    name: '定点采购价格相同',
    apply: (at) => {
      tender(at, 6, { change: () => ({ amount: '500000.00', method: '定点采购' }) })
    },
  },
  {
    name: '全部按最高限价报价',
    apply: (at) => {
      tender(at, 6, { change: () => ({ amount: '760000.00', ceiling: '760000.00' }) })
    },
  },
  {
    name: '两个包件同一家同价',
    apply: (at) => {
      for (const [number, pack] of ['1', '2'].entries())
        tender(at, 6 + number, {
          change: (index) => ({
            procurement_no: `CG${String(at.year)}${at.unit}包件`,
            package_no: pack,
            ...(index === 0 ? { amount: '388888.88', phone: `1900000${at.unit}` } : {}),
          }),
        })
    },
  },
  {
    name: '恰在第二十日公开，文件没有差错',
    apply: (at) => {
      published(at, 20)
      accountsFile(at, [])
    },
  },
]
