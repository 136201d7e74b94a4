-- 待处理的隔离行按类别和原因计数
select
    l.kind,
    q.reason_code as reason,
    count(*) as rows
from
    raw.quarantine q
    join raw.loads l on l.load_id = q.load_id
where
    q.status = 'open'
    and l.status = 'published'
group by
    l.kind,
    q.reason_code
order by
    rows desc,
    l.kind,
    reason
