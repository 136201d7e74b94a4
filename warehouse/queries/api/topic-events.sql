-- 热点变动记录，近的在前；给编号时只取与它有关的
select
    topic_id,
    other_id,
    kind,
    title,
    other_title,
    voices,
    voices_before,
    data_date,
    happened_at
from
    analysis.topic_events
where
    $topic_id::varchar is null
    or topic_id = $topic_id::varchar
    or other_id = $topic_id::varchar
order by
    happened_at desc,
    kind,
    topic_id,
    other_id
limit
    $limit::bigint
