-- 未处理的隔离行按来源、原因、列计数
select
    kind,
    reason_code,
    column_name,
    count(*) as rows,
    min(message) as message,
    max(created_at) as last_at
from
    raw.quarantine
where
    status = 'open'
group by
    kind,
    reason_code,
    column_name
order by
    rows desc,
    kind,
    reason_code,
    column_name nulls first
