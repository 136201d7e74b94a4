-- 一批民意的正文，分成小批：每一列合成一个 JSON 数组，逐格取出要慢得多
with
    wanted as (
        select
            unnest(from_json($ids::varchar, '["varchar"]')) as voice_id
    ),
    numbered as (
        select
            voices.voice_id,
            voices.kind,
            coalesce(voices.title, '') as title,
            coalesce(voices.body, '') as body,
            cast(voices.created_date as varchar) as created_date,
            voices.text_hash,
            cast(floor((row_number() over (order by voices.voice_id) - 1) / $size::bigint) as bigint) as batch
        from
            marts.voices as voices
            semi join wanted on wanted.voice_id = voices.voice_id
    )
select
    cast(to_json(list(voice_id order by voice_id)) as varchar) as ids,
    cast(to_json(list(kind order by voice_id)) as varchar) as kinds,
    cast(to_json(list(title order by voice_id)) as varchar) as titles,
    cast(to_json(list(body order by voice_id)) as varchar) as bodies,
    cast(to_json(list(created_date order by voice_id)) as varchar) as dates,
    cast(to_json(list(text_hash order by voice_id)) as varchar) as hashes
from
    numbered
group by
    batch
order by
    batch
