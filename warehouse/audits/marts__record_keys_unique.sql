-- severity: error
-- for: suggestions comments budget_lines budget_adjustments payments transfers procurements proceedings livelihood_projects bids disclosures disclosure_lines receivables investments treasury_months debts expenditures revenues
-- 明细表中同一条记录出现了不止一次
select record_key, count(*) as copies
from marts.{kind}
group by record_key
having count(*) > 1
order by record_key
