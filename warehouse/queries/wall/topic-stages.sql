-- 热点按阶段计数
select
    lifecycle as stage,
    count(*) as topics,
    sum(voices) as voices
from
    analysis.topics
where
    lifecycle is not null
group by
    lifecycle
order by
    stage
