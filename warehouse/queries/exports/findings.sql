-- 预算疑点全表：一行是一个疑点，按排序分
select
    finding_id,
    rule,
    rule_name,
    rule_version,
    severity,
    agency_code,
    unit,
    fiscal_year,
    amount,
    text,
    formula_filled,
    clause,
    score
from
    analysis.findings
order by
    score desc,
    finding_id
