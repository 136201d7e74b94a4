-- 各一级分类最近 30 天与此前 30 天的件数和事项数，截至诉求数据的最后一天
with
    as_of as (
        select
            max(created_date) as last_day
        from
            marts.voices
    )
select
    coalesce(c.level_1, v.category_1, '未归类') as category,
    count(*) filter (
        where
            v.created_date > a.last_day - 30
    ) as voices,
    count(distinct coalesce(m.matter_id, v.voice_id)) filter (
        where
            v.created_date > a.last_day - 30
    ) as matters,
    count(*) filter (
        where
            v.created_date <= a.last_day - 30
    ) as previous
from
    marts.voices v
    cross join as_of a
    left join analysis.voice_classes c on c.voice_id = v.voice_id
    left join analysis.voice_matters m on m.voice_id = v.voice_id
where
    v.created_date > a.last_day - 60
group by
    coalesce(c.level_1, v.category_1, '未归类')
order by
    voices desc,
    category
