-- 某项分析最近一次的输入指纹；一行是一次运行
select
    input_fingerprint,
    finished_at
from
    analysis.runs
where
    job = $job::varchar
order by
    finished_at desc,
    job
limit
    1
