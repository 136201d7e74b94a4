-- 每类来源的新鲜度
select
    kind,
    loads,
    rows,
    quarantined_open,
    last_load_at,
    last_file,
    data_from,
    data_to,
    is_stale
from
    marts.freshness
order by
    kind
