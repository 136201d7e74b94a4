-- 现有疑点的规则、单位与年度，用来认出次年的同类疑点；一行是一条疑点，旧的在前
select
    finding_id,
    rule,
    agency_code,
    fiscal_year
from
    analysis.findings
where
    agency_code is not null
    and fiscal_year is not null
order by
    fiscal_year,
    finding_id
