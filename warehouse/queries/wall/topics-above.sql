-- 最近一周最接近或高于预期的热点：连续几周、超出多少；一行是一个热点。没过完的一周已经超出的也算，没超出的看过完的一周
with
    bounds as (
        select
            cast(date_trunc('week', max(created_date) + 1) as date) as week_after
        from
            marts.voices
    ),
    recent as (
        select
            w.topic_id,
            w.week_start,
            w.voices,
            w.expected,
            w.expected_high,
            w.expected_high is not null and w.voices > w.expected_high as is_above,
            row_number() over (
                partition by
                    w.topic_id
                order by
                    w.week_start desc
            ) as age
        from
            analysis.topic_weeks w
            cross join bounds b
        where
            (
                w.week_start < b.week_after
                or (
                    w.week_start < b.week_after + 7
                    and w.expected_high is not null
                    and w.voices > w.expected_high
                )
            )
            and w.week_start >= b.week_after - 7 * 12
    ),
    broken as (
        select
            topic_id,
            min(age) filter (
                where
                    not is_above
            ) as first_normal,
            max(age) as weeks
        from
            recent
        group by
            topic_id
    )
select
    t.topic_id,
    t.title,
    t.lifecycle,
    t.category_1,
    coalesce(b.first_normal, b.weeks + 1) - 1 as weeks_above,
    r.is_above,
    r.voices,
    r.expected,
    r.expected_high
from
    broken b
    join analysis.topics t on t.topic_id = b.topic_id
    join recent r on r.topic_id = b.topic_id
    and r.age = 1
    cross join bounds w
where
    r.expected_high is not null
    and r.week_start >= w.week_after - 7
    and r.voices >= $least::integer
order by
    r.is_above desc,
    weeks_above desc,
    r.voices - r.expected_high desc,
    t.topic_id
limit
    $limit::bigint
