-- severity: error
-- for: suggestions comments budget_lines budget_adjustments payments transfers procurements proceedings livelihood_projects revenues expenditures debts treasury_months investments receivables bids disclosures disclosure_lines
-- 明细表的记录数与入库的记录数对不上
with stored as (
  select count(*) as records from latest.{kind}
),
shown as (
  select count(*) as records from marts.{kind}
)
select stored.records as stored_records, shown.records as shown_records
from stored
cross join shown
where stored.records <> shown.records
