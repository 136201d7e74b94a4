-- 疑点按规则计数，多的在前
select
    rule,
    min(rule_name) as name,
    count(*) as findings
from
    analysis.findings
group by
    rule
order by
    findings desc,
    rule
