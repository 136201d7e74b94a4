-- 一条疑点
select
    finding_id,
    rule,
    rule_name,
    rule_version,
    severity,
    certainty,
    agency_code,
    unit,
    fiscal_year,
    matter,
    amount,
    text,
    formula,
    formula_filled,
    clause,
    clause_text,
    cast(threshold as varchar) as threshold,
    cast(innocent_causes as varchar) as innocent_causes,
    cast(evidence as varchar) as evidence,
    score,
    data_date,
    computed_at
from
    analysis.findings
where
    finding_id = $finding_id::varchar
order by
    finding_id
