-- 未能运行的规则和原因
select
    rule,
    name,
    why
from
    analysis.rule_status
where
    status = 'not_applicable'
order by
    rule
