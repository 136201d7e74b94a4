import { accountQueries } from './accounts.ts'
import { budgetPageQueries } from './budget.ts'
import { disclosurePageQueries } from './disclosures.ts'
import { filterQueries } from './filters.ts'
import { findingQueries } from './findings.ts'
import { ledgerQueries } from './ledger.ts'
import { overviewQueries } from './overview.ts'
import { topicPageQueries } from './topics.ts'
import { voiceQueries } from './voices.ts'

/** Every read of the HTTP interface, by page. */
export const apiQueries = {
  accounts: accountQueries,
  budget: budgetPageQueries,
  disclosures: disclosurePageQueries,
  filters: filterQueries,
  findings: findingQueries,
  ledger: ledgerQueries,
  overview: overviewQueries,
  topics: topicPageQueries,
  voices: voiceQueries,
}
