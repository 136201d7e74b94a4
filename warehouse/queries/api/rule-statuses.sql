-- 每条规则用上了没有、为什么
select
    rule,
    name,
    status,
    why,
    findings,
    suppressed,
    version,
    scope
from
    analysis.rule_status
order by
    rule
