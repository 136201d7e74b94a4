-- 检索用的原文，按编号一段一段地读
select
    voice_id,
    kind,
    cast(year(created_date) as integer) as year,
    coalesce(title, '') as title,
    substr(coalesce(body, ''), 1, 4000) as body,
    substr(coalesce(reply, ''), 1, 400) as reply
from
    marts.voices
where
    voice_id > $after::varchar
order by
    voice_id
limit
    $limit::bigint
