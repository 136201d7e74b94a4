-- 可能与热点相关的建议，一行一件
select
    voice_id as ref,
    coalesce(record_id, record_key) as label,
    coalesce(title, '') as title,
    substr(coalesce(body, ''), 1, 400) as body,
    unit_name,
    concat_ws('、', district_name, street_name) as place,
    created_date as record_date
from
    marts.voices
where
    kind = 'suggestions'
order by
    voice_id
