-- 关键词变化：本期件数与前三个等长时期的平均相比；excess 是超出的标准差数（泊松），例子是最以它为重的一件
with
    span as (
        select
            $from::date as first_day,
            $to::date as last_day,
            (($to::date - $from::date) + 1)::integer as days
    ),
    said as (
        select
            voices.voice_id,
            voices.created_date,
            voices.title,
            unnest(from_json(readings.keywords, '["varchar"]')) as word,
            generate_subscripts(from_json(readings.keywords, '["varchar"]'), 1) as place
        from
            marts.voices as voices
            join analysis.voice_readings as readings on readings.voice_id = voices.voice_id
            cross join span
        where
            voices.created_date between span.first_day - 3 * span.days and span.last_day
            and (
                $kind::varchar is null
                or voices.kind = $kind::varchar
            )
            and (
                $district::varchar is null
                or voices.district_name = $district::varchar
            )
    ),
    counted as (
        select
            said.word,
            count(*) filter (where said.created_date >= span.first_day) as voices,
            count(*) filter (where said.created_date < span.first_day) / 3.0 as expected,
            arg_min(said.voice_id, (said.place, said.voice_id)) filter (where said.created_date >= span.first_day) as example_id
        from
            said
            cross join span
        group by
            said.word
    ),
    ranked as (
        select
            *,
            (voices - expected) / sqrt(expected + 1) as excess
        from
            counted
        where
            voices >= $least::integer
    )
select
    ranked.word,
    ranked.voices::integer as voices,
    round(ranked.expected, 2)::double as expected,
    round(ranked.excess, 3)::double as excess,
    ranked.example_id,
    example.title as example_title,
    left(example.body, 80) as example_text
from
    ranked
    join marts.voices as example on example.voice_id = ranked.example_id
order by
    ranked.excess desc,
    ranked.word
limit
    $limit::integer
