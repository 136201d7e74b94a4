-- 财政数据里单位名称对应的代码；一行是一个名称，一个名称对应多个代码时不取
select
  agency_name,
  min(agency_code) as agency_code
from (
  select agency_name, agency_code from staging.stg_budget_lines
  union
  select agency_name, agency_code from staging.stg_payments
  union
  select agency_name, agency_code from staging.stg_procurements
) as named
where agency_name is not null and agency_code is not null
group by agency_name
having count(distinct agency_code) = 1
