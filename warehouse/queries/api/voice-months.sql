-- 按月、按来源的诉求件数；起止日期按整月取
select
    month,
    kind,
    sum(voices) as voices,
    sum(replied) as replied,
    sum(late) as late
from
    marts.voice_months
where
    (
        $district::varchar is null
        or district_name = $district::varchar
    )
    and (
        $from::varchar is null
        or month >= substr($from::varchar, 1, 7)
    )
    and (
        $to::varchar is null
        or month <= substr($to::varchar, 1, 7)
    )
group by
    month,
    kind
order by
    month,
    kind
