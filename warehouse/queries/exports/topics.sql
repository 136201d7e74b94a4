-- 热点全表：一行是一个热点，供命令行输出
select
    topic_id,
    rank,
    title,
    description,
    heat,
    heat_parts,
    voices,
    matters,
    lifecycle,
    from_date,
    to_date,
    places
from
    analysis.topics
order by
    rank,
    topic_id
