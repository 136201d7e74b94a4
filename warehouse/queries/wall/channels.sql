-- 各来源最近 30 天的件数与事项数：同一件事在一处只算一项
with
    as_of as (
        select
            max(created_date) as last_day
        from
            marts.voices
    )
select
    v.kind,
    coalesce(v.channel, '') as channel,
    count(*) as voices,
    count(distinct coalesce(m.matter_id, v.voice_id)) as matters
from
    marts.voices v
    cross join as_of a
    left join analysis.voice_matters m on m.voice_id = v.voice_id
where
    v.created_date > a.last_day - 30
group by
    v.kind,
    coalesce(v.channel, '')
order by
    voices desc,
    v.kind,
    channel
