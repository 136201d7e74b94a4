-- 热点分析的输入：数据截至日前若干天内的民意，一行一件；没有日期的也在内
with
    data_end as (
        select
            max(created_date) as last_date
        from
            marts.voices
        where
            created_date <= $today::date
    )
select
    v.voice_id,
    v.kind,
    coalesce(v.title, '') as title,
    coalesce(v.body, '') as body,
    v.author,
    v.created_at,
    v.district_name,
    v.unit_name,
    r.matter_id,
    coalesce(v.category_1, c.level_1) as category_1,
    v.is_replied,
    coalesce(v.likes, 0) as likes,
    coalesce(v.dislikes, 0) as dislikes
from
    marts.voices v
    cross join data_end d
    left join analysis.voice_matters r on r.voice_id = v.voice_id
    left join analysis.voice_classes c on c.voice_id = v.voice_id
where
    v.created_date is null
    or (
        v.created_date <= $today::date
        and d.last_date - v.created_date <= $days::integer
    )
order by
    v.voice_id
