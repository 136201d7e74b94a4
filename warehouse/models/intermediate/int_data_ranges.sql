-- 各类数据的业务日期范围和记录数；一行是一个类别
select 'suggestions' as kind, count(*) as rows,
  min(cast(submitted_at + interval '8' hour as date)) as data_from,
  max(cast(submitted_at + interval '8' hour as date)) as data_to
from marts.suggestions
union all
select 'petitions', count(*),
  min(cast(created_at + interval '8' hour as date)),
  max(cast(created_at + interval '8' hour as date))
from marts.voices
where kind = 'petitions'
union all
select 'comments', count(*),
  min(cast(created_at + interval '8' hour as date)),
  max(cast(created_at + interval '8' hour as date))
from marts.comments
union all
select 'budget_lines', count(*), min(doc_date), max(doc_date) from marts.budget_lines
union all
select 'budget_adjustments', count(*), min(adj_date), max(adj_date) from marts.budget_adjustments
union all
select 'payments', count(*), min(pay_date), max(pay_date) from marts.payments
union all
select 'transfers', count(*), min(issued_at), max(issued_at) from marts.transfers
union all
select 'procurements', count(*), min(signed_at), max(signed_at) from marts.procurements
union all
select 'regions', count(*), cast(null as date), cast(null as date) from staging.stg_regions
union all
select 'units', count(*), cast(null as date), cast(null as date) from staging.stg_units
union all
-- A meeting still to come has no result: planned days are no data of that day.
select 'proceedings', count(*),
  min(held_on) filter (where result is not null),
  max(held_on) filter (where result is not null)
from marts.proceedings
union all
select 'livelihood_projects', count(*), min(reported_at), max(reported_at) from marts.livelihood_projects
union all
select 'revenues', count(*), min(as_of), max(as_of) from marts.revenues
union all
select 'expenditures', count(*), min(as_of), max(as_of) from marts.expenditures
union all
select 'debts', count(*), min(as_of), max(as_of) from marts.debts
union all
select 'treasury_months', count(*), min(month_end), max(month_end) from marts.treasury_months
union all
select 'investments', count(*), min(as_of), max(as_of) from marts.investments
union all
select 'receivables', count(*), min(as_of), max(as_of) from marts.receivables
union all
select 'bids', count(*), min(opened_at), max(opened_at) from marts.bids
union all
select 'disclosures', count(*), min(approved_at), max(greatest(approved_at, published_at)) from marts.disclosures
union all
select 'disclosure_lines', count(*), cast(null as date), cast(null as date) from marts.disclosure_lines
