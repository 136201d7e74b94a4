-- 按月、按来源的诉求件数
select
    strftime(month, '%Y-%m') as month,
    kind,
    sum(voices) as voices,
    sum(replied) as replied,
    sum(late) as late
from
    marts.voice_months
where
    month is not null
    and (
        $district::varchar is null
        or district_name = $district::varchar
    )
    and (
        $from::date is null
        or month >= date_trunc('month', $from::date)
    )
    and (
        $to::date is null
        or month <= $to::date
    )
group by
    strftime(month, '%Y-%m'),
    kind
order by
    month,
    kind
