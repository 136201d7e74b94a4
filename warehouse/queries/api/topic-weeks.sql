-- 一个热点的周趋势与预期区间
select
    week_start,
    voices,
    expected,
    expected_low,
    expected_high
from
    analysis.topic_weeks
where
    topic_id = $topic_id::varchar
order by
    week_start
