-- 现有各批数据的对账结果：对平、未对平、差异已说明、没有可比的合计（空）
select
    reconciled,
    count(*) as loads
from
    staging.stg_loads
group by
    reconciled
order by
    reconciled nulls last
