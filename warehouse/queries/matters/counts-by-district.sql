-- 各区县的件数与事项数：同一件事在一处只算一项
select
    voices.district_name as name,
    count(*) as voices,
    count(distinct coalesce(matters.matter_id, voices.voice_id)) as matters
from
    marts.voices as voices
    left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
where
    voices.district_name is not null
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
