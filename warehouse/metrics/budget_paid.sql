/*
---
label: 已支付
definition: 所选年度（缺省为最近预算年度）国库支付合计；外币支付不计入
unit: '元'
numerator: null
denominator: null
grain: 年
kinds: [payments]
owner: 预算工作委员会
legal_basis: 《中华人民共和国预算法》：各级人大常委会对本级预算执行进行监督
version: 1
---
*/
select
  sum(amount) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.payments
where
  fiscal_year = coalesce($year::integer, (select max(fiscal_year) from marts.budget_lines), (select max(fiscal_year) from marts.payments))
  and coalesce(currency, 'CNY') in ('CNY', 'RMB', '人民币', '元')
  and ($unit::varchar is null or agency_code = $unit::varchar or agency_name = $unit::varchar)
