-- 各一级分类的件数与事项数：同一件事在一处只算一项
select
    coalesce(decided.level_1, classes.level_1, voices.category_1) as name,
    count(*) as voices,
    count(distinct coalesce(matters.matter_id, voices.voice_id)) as matters
from
    marts.voices as voices
    left join analysis.voice_classes as classes on classes.voice_id = voices.voice_id
    left join state.class_decisions_latest as decided
        on decided.voice_id = voices.voice_id
        and decided.text_hash = voices.text_hash
    left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
where
    coalesce(decided.level_1, classes.level_1, voices.category_1) is not null
    and (
        $from::date is null
        or voices.created_date >= $from::date
    )
    and (
        $to::date is null
        or voices.created_date <= $to::date
    )
    and (
        $district::varchar is null
        or voices.district_name = $district::varchar
    )
group by
    name
order by
    voices desc,
    name
