-- 现有各批数据的对账结果：各有多少批，其余没有可比的合计
select
    cast(coalesce(sum(loads), 0) as bigint) as loads,
    cast(coalesce(sum(unreconciled), 0) as bigint) as unbalanced,
    cast(coalesce(sum(explained), 0) as bigint) as explained,
    cast(coalesce(sum(balanced), 0) as bigint) as balanced
from
    marts.freshness
