import { fromDay, toDay } from '#calendar'
import { type BudgetDataset } from './dataset.ts'
import { publishedFiles } from './disclosure/published.ts'
import { parseCents } from './money.ts'
import { type BidRow, type BudgetFacts, type DisclosureRow } from './rows.ts'
import { type Bid, type Disclosure } from './tenders.ts'
import { placeOf, text, typed, unknownUnit } from './typing.ts'
import { type UnitRegister } from './unit-register.ts'

/** Types what suppliers offered and what units published. */
export function buildTenders(
  facts: BudgetFacts,
  units: UnitRegister,
): Pick<BudgetDataset, 'bids' | 'disclosures' | 'publishedFiles'> {
  return {
    bids: lastRounds(typed(facts.bids, (row) => bidOf(row, units))),
    disclosures: typed(facts.disclosures, (row) => disclosureOf(row, units)),
    publishedFiles: publishedFiles(facts.disclosureLines, units),
  }
}

const detailNames = {
  supplier_credit_code: '统一社会信用代码',
  legal_person: '法定代表人',
  contact: '授权代表',
  phone: '联系电话',
  deposit_account: '保证金转出账户',
  file_mark: '投标文件标识',
} as const satisfies Partial<Record<keyof BidRow, string>>

function bidOf(row: BidRow, units: UnitRegister): Bid | null {
  const cents = parseCents(row.amount)
  const supplier = text(row.supplier)
  if (cents === null || supplier === null) return null
  const details = new Map<string, string>()
  for (const [field, name] of Object.entries(detailNames)) {
    const value = text(row[field as keyof typeof detailNames])
    if (value !== null) details.set(name, value)
  }
  return {
    place: placeOf('bids', row),
    procurement: row.procurement_no,
    pack: text(row.package_no) ?? '',
    unit: units.keyOf(row.agency_code, row.agency_name) ?? unknownUnit,
    item: text(row.item),
    method: text(row.method),
    supplier,
    round: row.round ?? 1,
    cents,
    ceiling: parseCents(row.ceiling),
    isValid: row.bid_status !== '无效',
    isWinner: row.is_winner === '是',
    details,
    openedOn: toDay(row.opened_at),
  }
}

/** Offers are improved in rounds: only a supplier's last one counts; its credit code tells it under any spelling. */
function lastRounds(bids: readonly Bid[]): Bid[] {
  const last = new Map<string, Bid>()
  for (const bid of bids) {
    const key = `${bid.procurement}\u0000${bid.pack}\u0000${bid.details.get('统一社会信用代码') ?? bid.supplier}`
    const known = last.get(key)
    if (!known || bid.round > known.round) last.set(key, bid)
  }
  return [...last.values()]
}

function disclosureOf(row: DisclosureRow, units: UnitRegister): Disclosure | null {
  const approvedOn = toDay(row.approved_at)
  if (approvedOn === null) return null
  return {
    place: placeOf('disclosures', row),
    unit: units.keyOf(row.agency_code, row.agency_name) ?? unknownUnit,
    year: row.fiscal_year ?? Number(fromDay(approvedOn).slice(0, 4)),
    documentKind: text(row.document_kind) ?? '预决算',
    approvedOn,
    publishedOn: toDay(row.published_at),
    asOf: toDay(row.as_of),
  }
}
