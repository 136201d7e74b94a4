-- 全部数据的起止日期
select
    min(data_from) as data_from,
    max(data_to) as data_to
from
    marts.freshness
