-- 各类数据多少天没有新业务就算超期；一行是一类数据，改这里即改口径
-- Master data has no business date and is never late; budget lines come once a year.
select
  'petitions' as kind,
  31 as days
union all
select 'suggestions', 62
union all
select 'comments', 366
union all
select 'budget_lines', 400
union all
select 'budget_adjustments', 186
union all
select 'payments', 45
union all
select 'transfers', 186
union all
select 'procurements', 186
union all
select 'proceedings', 93
union all
select 'livelihood_projects', 124
union all
select 'revenues', 124
union all
select 'expenditures', 124
union all
select 'debts', 400
union all
select 'treasury_months', 62
union all
select 'investments', 186
union all
select 'receivables', 400
union all
select 'bids', 186
union all
select 'disclosures', 400
