-- 筛选可选的一级分类：模型判定，无判定时用来源分类
select
    coalesce(decided.level_1, c.level_1, v.category_1) as category
from
    marts.voices v
    left join analysis.voice_classes c on c.voice_id = v.voice_id
    left join state.class_decisions_latest as decided
      on decided.voice_id = v.voice_id
      and decided.text_hash = v.text_hash
where
    coalesce(decided.level_1, c.level_1, v.category_1) is not null
group by
    coalesce(decided.level_1, c.level_1, v.category_1)
order by
    count(*) desc,
    category
