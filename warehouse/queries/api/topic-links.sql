-- 一个热点相关的建议和资金
select
    kind,
    ref,
    label,
    title,
    unit_name,
    amount,
    paid,
    record_date,
    why,
    score
from
    analysis.topic_links
where
    topic_id = $topic_id::varchar
order by
    kind,
    score desc,
    ref
