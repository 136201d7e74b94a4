-- 得分分布：每 10 分一段的件数
select
    least(9, floor(s.score * 10))::integer as band,
    count(*)::integer as replies
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
group by
    1
order by
    1
