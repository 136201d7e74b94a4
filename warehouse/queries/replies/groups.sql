-- 按承办单位、来源或答复月份汇总：件数、平均分、离散程度
with
    scored as (
        select
            case $dimension::varchar
                when 'unit' then v.unit_name
                when 'kind' then v.kind
                when 'district' then v.district_name
                else strftime(cast(v.replied_at + interval '8' hour as date), '%Y-%m')
            end as name,
            s.score,
            s.is_acknowledgement,
            s.asks_open,
            s.asks_total
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
    )
select
    name,
    count(*)::integer as replies,
    avg(score) as mean,
    stddev_samp(score) as deviation,
    count(*) filter (where is_acknowledgement)::integer as acknowledgements,
    coalesce(sum(asks_open), 0)::integer as asks_open,
    coalesce(sum(asks_total), 0)::integer as asks
from
    scored
where
    name is not null
group by
    name
order by
    name
