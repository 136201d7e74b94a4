-- 办理记录共多少行；只增不改，所以行数即版本
select
    count(*) as events
from
    state.case_events
