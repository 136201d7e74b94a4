-- severity: error
-- 明细记录找不到它的载入批次
with origins as (
  select 'marts.voices' as mart, load_id from marts.voices
  union
  select 'marts.budget_lines', load_id from marts.budget_lines
  union
  select 'marts.budget_adjustments', load_id from marts.budget_adjustments
  union
  select 'marts.payments', load_id from marts.payments
  union
  select 'marts.transfers', load_id from marts.transfers
  union
  select 'marts.procurements', load_id from marts.procurements
  union
  select 'marts.regions', load_id from marts.regions
  union
  select 'marts.units', load_id from marts.units
  union
  select 'marts.proceedings', load_id from marts.proceedings
  union
  select 'marts.livelihood_projects', load_id from marts.livelihood_projects
  union
  select 'marts.bids', load_id from marts.bids
  union
  select 'marts.disclosures', load_id from marts.disclosures
  union
  select 'marts.disclosure_lines', load_id from marts.disclosure_lines
  union
  select 'marts.receivables', load_id from marts.receivables
  union
  select 'marts.investments', load_id from marts.investments
  union
  select 'marts.treasury_months', load_id from marts.treasury_months
  union
  select 'marts.debts', load_id from marts.debts
  union
  select 'marts.expenditures', load_id from marts.expenditures
  union
  select 'marts.revenues', load_id from marts.revenues
)
select origins.mart, origins.load_id
from origins
left join raw.loads as loads on loads.load_id = origins.load_id and loads.status = 'published'
where loads.load_id is null
order by origins.mart, origins.load_id
