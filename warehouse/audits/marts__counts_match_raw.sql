-- severity: error
-- 明细表的记录数与入库的记录数对不上
with stored as (
  select 'suggestions' as kind, count(*) as records from latest.suggestions
  union all
  select 'petitions' as kind, count(*) as records from latest.petitions
  union all
  select 'comments' as kind, count(*) as records from latest.comments
  union all
  select 'budget_lines' as kind, count(*) as records from latest.budget_lines
  union all
  select 'budget_adjustments' as kind, count(*) as records from latest.budget_adjustments
  union all
  select 'payments' as kind, count(*) as records from latest.payments
  union all
  select 'transfers' as kind, count(*) as records from latest.transfers
  union all
  select 'procurements' as kind, count(*) as records from latest.procurements
  union all
  select 'proceedings' as kind, count(*) as records from latest.proceedings
  union all
  select 'livelihood_projects' as kind, count(*) as records from latest.livelihood_projects
),
shown as (
  select 'suggestions' as kind, count(*) as records from marts.suggestions
  union all
  select 'petitions' as kind, count(*) as records from marts.voices where kind = 'petitions'
  union all
  select 'comments' as kind, count(*) as records from marts.comments
  union all
  select 'budget_lines' as kind, count(*) as records from marts.budget_lines
  union all
  select 'budget_adjustments' as kind, count(*) as records from marts.budget_adjustments
  union all
  select 'payments' as kind, count(*) as records from marts.payments
  union all
  select 'transfers' as kind, count(*) as records from marts.transfers
  union all
  select 'procurements' as kind, count(*) as records from marts.procurements
  union all
  select 'proceedings' as kind, count(*) as records from marts.proceedings
  union all
  select 'livelihood_projects' as kind, count(*) as records from marts.livelihood_projects
)
select stored.kind, stored.records as stored_records, shown.records as shown_records
from stored
inner join shown on shown.kind = stored.kind
where stored.records <> shown.records
order by stored.kind
