-- 每类来源的数据截至、从哪天起算超期、隔离与未对平
select
    kind,
    data_to,
    late_from,
    quarantined_open,
    unreconciled
from
    marts.freshness
order by
    kind
