-- 每类来源的数据截至与隔离条数
select
    kind,
    data_to,
    quarantined_open,
    unreconciled
from
    marts.freshness
order by
    kind
