-- 主办单位逾期情况；逾期天数算到答复日，未答复的算到建议数据截至日
with
    as_of as (
        select
            data_to
        from
            marts.freshness
        where
            kind = 'suggestions'
    )
select
    s.lead_unit as unit,
    count(*) as suggestions,
    count(*) filter(
        where
            s.is_late
    ) as late,
    count(*) filter(
        where
            s.is_late
            and s.replied_at is null
    ) as unreplied,
    max(
        coalesce(cast(s.replied_at + interval '8' hour as date), a.data_to) - s.due_date
    ) filter(
        where
            s.is_late
    ) as longest_days
from
    marts.suggestions s
    left join as_of a on true
where
    s.lead_unit is not null
    and (
        $district::varchar is null
        or s.district_name = $district::varchar
    )
    and (
        $from::date is null
        or s.submitted_date >= $from::date
    )
    and (
        $to::date is null
        or s.submitted_date <= $to::date
    )
group by
    s.lead_unit
having
    count(*) filter(
        where
            s.is_late
    ) > 0
order by
    late desc,
    longest_days desc nulls last,
    unit
limit
    $limit::bigint
