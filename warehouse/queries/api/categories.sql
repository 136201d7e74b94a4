-- 筛选可选的一级分类：模型判定，无判定时用来源分类
select
    coalesce(c.level_1, v.category_1) as category
from
    marts.voices v
    left join analysis.voice_classes c on c.voice_id = v.voice_id
where
    coalesce(c.level_1, v.category_1) is not null
group by
    coalesce(c.level_1, v.category_1)
order by
    count(*) desc,
    category
