-- 各分析作业最近一次完成
select
    job,
    max(finished_at) as finished_at,
    cast(max(rows) as bigint) as rows
from
    analysis.runs
group by
    job
order by
    job
