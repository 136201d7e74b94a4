-- severity: error
-- 明细表中同一条记录出现了不止一次
with keys as (
  select 'marts.voices' as mart, voice_id as record_key from marts.voices
  union all
  select 'marts.suggestions', record_key from marts.suggestions
  union all
  select 'marts.comments', record_key from marts.comments
  union all
  select 'marts.budget_lines', record_key from marts.budget_lines
  union all
  select 'marts.budget_adjustments', record_key from marts.budget_adjustments
  union all
  select 'marts.payments', record_key from marts.payments
  union all
  select 'marts.transfers', record_key from marts.transfers
  union all
  select 'marts.procurements', record_key from marts.procurements
  union all
  select 'marts.regions', region_code from marts.regions
  union all
  select 'marts.units', agency_code from marts.units
  union all
  select 'marts.proceedings', record_key from marts.proceedings
  union all
  select 'marts.livelihood_projects', record_key from marts.livelihood_projects
  union all
  select 'marts.bids', record_key from marts.bids
  union all
  select 'marts.disclosures', record_key from marts.disclosures
  union all
  select 'marts.disclosure_lines', record_key from marts.disclosure_lines
  union all
  select 'marts.receivables', record_key from marts.receivables
  union all
  select 'marts.investments', record_key from marts.investments
  union all
  select 'marts.treasury_months', record_key from marts.treasury_months
  union all
  select 'marts.debts', record_key from marts.debts
  union all
  select 'marts.expenditures', record_key from marts.expenditures
  union all
  select 'marts.revenues', record_key from marts.revenues
)
select mart, record_key, count(*) as copies
from keys
group by mart, record_key
having count(*) > 1
order by mart, record_key
