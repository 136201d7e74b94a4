-- 答复质量合计，一行
select
    count(*)::integer as replies,
    avg(s.score) as score,
    avg(s.relevance_score) as relevance_score,
    avg(s.explained_score) as explained_score,
    avg(s.complete_score) as complete_score,
    avg(s.timely_score) as timely_score,
    avg(s.attitude_score) as attitude_score,
    median(s.workdays) as median_workdays,
    count(*) filter (where s.is_acknowledgement)::integer as acknowledgements,
    count(*) filter (where not s.explained)::integer as unexplained,
    count(*) filter (where s.asks_open > 0 and not s.is_acknowledgement)::integer as with_open_asks,
    count(*) filter (where s.workdays > s.allowed_workdays)::integer as late,
    count(*) filter (where json_array_length(s.harsh) > 0)::integer as harsh,
    coalesce(sum(s.asks_total), 0)::integer as asks,
    coalesce(sum(s.asks_open), 0)::integer as asks_open
from
    analysis.reply_scores s
    join marts.voices v on v.voice_id = s.voice_id
where
    (
        $kind::varchar is null
        or v.kind = $kind::varchar
    )
    and (
        $unit::varchar is null
        or v.unit_name = $unit::varchar
    )
    and (
        $district::varchar is null
        or v.district_name = $district::varchar
    )
    and (
        $from::date is null
        or cast(v.replied_at + interval '8' hour as date) >= $from::date
    )
    and (
        $to::date is null
        or cast(v.replied_at + interval '8' hour as date) <= $to::date
    )
order by
    all
