import { isoDay, officeDaysOf } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { units } from '../units.ts'
import { accountPages, type AccountFlaw } from './accounts.ts'
import { type Procurement } from './rows.ts'

/** Money in 分, days as ISO text. */
export interface Bid {
  procurement: string
  agencyCode: string
  agencyName: string
  item: string
  method: string
  supplier: string
  amount: number
  ceiling: number
  isWinner: boolean
  legalPerson: string
  phone: string
  depositAccount: string
  opened: string
}

export interface Disclosure {
  agencyCode: string
  agencyName: string
  year: number
  documentKind: string
  approved: string
  published: string
}

/** The published accounts of one unit, as pages of lines. */
export interface PublishedAccounts {
  agencyCode: string
  agencyName: string
  year: number
  flaws: readonly AccountFlaw[]
  pages: string[][]
}

export interface Tenders {
  bids: Bid[]
  disclosures: Disclosure[]
  accounts: PublishedAccounts[]
}

/** About as many contracts, spread over the years, have their bids on record. */
const CONTRACTS_WITH_BIDS = 40

/** The offers behind some of the city's contracts, and what its units published of 2024 and 2025. */
export function buildTenders(contracts: readonly Procurement[], random: Random): Tenders {
  const competed = contracts.filter(({ method, bidders }) => /招标|磋商/u.test(method) && bidders >= 2)
  const every = Math.ceil(competed.length / CONTRACTS_WITH_BIDS)
  return {
    bids: competed
      .filter((_, at) => at % every === 0)
      .flatMap((contract, index) => bidsOf(contract, index, random.fork(contract.contractNo))),
    disclosures: [2024, 2025].flatMap((year) =>
      units.map((unit) => disclosureOf(unit, year, random.fork(`${unit.code}${String(year)}`))),
    ),
    accounts: accountsOf(random.fork('accounts')),
  }
}

/** The winner's offer is the contract's amount; the others lie above it. */
function bidsOf(contract: Procurement, index: number, random: Random): Bid[] {
  const mark = (bidder: number): string => `${String(index + 1).padStart(3, '0')}${String(bidder)}`
  let amount = contract.amount
  return Array.from({ length: Math.min(contract.bidders, 5) }, (_, bidder) => {
    if (bidder > 0) amount = Math.round(amount * (1.01 + random.next() * 0.05)) + random.int(1, 99)
    return {
      procurement: `YLCG-${contract.contractNo}`,
      agencyCode: contract.agencyCode,
      agencyName: contract.agencyName,
      item: contract.item,
      method: contract.method,
      supplier: bidder === 0 ? contract.supplier : `云岭示例投标${mark(bidder)}有限公司`,
      amount,
      ceiling: Math.round(contract.amount * 1.4),
      isWinner: bidder === 0,
      legalPerson: `张示例${mark(bidder)}`,
      phone: `1900${mark(bidder)}000`,
      depositAccount: `7700000${mark(bidder)}`,
      opened: isoDay(contract.signed),
    }
  })
}

function disclosureOf(unit: { code: string; name: string }, year: number, random: Random): Disclosure {
  const approved = random.pick(officeDaysOf(year + 1, 8).slice(0, 5))
  return {
    agencyCode: unit.code,
    agencyName: unit.name,
    year,
    documentKind: '部门决算',
    approved: isoDay(approved),
    published: isoDay(approved + random.int(3, 19)),
  }
}

/** Three units that published orderly accounts, and one that did not read its own again. */
function accountsOf(random: Random): PublishedAccounts[] {
  const flaws: readonly (readonly AccountFlaw[])[] = [[], [], [], ['item', 'text', 'direction', 'year']]
  return flaws.flatMap((wrong, index) => {
    const unit = units[index * 3 + 1]
    if (!unit) return []
    const amount = (low: number, high: number): number => random.int(low, high) * 10_000
    const figures = {
      unit: unit.name,
      year: 2025,
      staff: amount(60_000, 90_000),
      running: amount(5_000, 20_000),
      project: amount(20_000, 90_000),
      carried: amount(1_000, 9_000),
      threePublic: [6_000_000, 4_500_000] as const,
    }
    return [
      {
        agencyCode: unit.code,
        agencyName: unit.name,
        year: 2025,
        flaws: wrong,
        pages: accountPages(figures, wrong),
      },
    ]
  })
}
