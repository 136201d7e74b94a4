-- 预算检查最近一次完成的时间
select
    max(finished_at) as run_at
from
    analysis.runs
where
    job = 'budget'
