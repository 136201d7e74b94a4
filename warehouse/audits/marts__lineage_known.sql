-- severity: error
-- for: voices budget_lines budget_adjustments payments transfers procurements regions units proceedings livelihood_projects bids disclosures disclosure_lines receivables investments treasury_months debts expenditures revenues
-- 明细记录找不到它的载入批次
with origins as (
  select distinct load_id from marts.{kind}
)
select origins.load_id
from origins
left join raw.loads as loads on loads.load_id = origins.load_id and loads.status = 'published'
where loads.load_id is null
order by origins.load_id
