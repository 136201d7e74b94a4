-- 最近 53 个完整周的诉求件数；预期 = 前 8 周均值，区间 = 均值 ± 2 个标准差（不足 4 周不给）
with
    last_week as (
        select
            cast(date_trunc('week', max(created_date) + 1) as date) as week_after
        from
            marts.voices
    ),
    bounds as (
        select
            week_after,
            week_after - 7 * 61 as first_week
        from
            last_week
    ),
    counted as (
        select
            cast(date_trunc('week', v.created_date) as date) as week_start,
            count(*) as voices
        from
            marts.voices v
            join bounds b on v.created_date >= b.first_week
            and v.created_date < b.week_after
        group by
            cast(date_trunc('week', v.created_date) as date)
    ),
    weeks as (
        select
            b.first_week + 7 * cast(n.position as integer) as week_start,
            n.position
        from
            bounds b
            cross join generate_series(0, 60) as n (position)
    ),
    filled as (
        select
            w.week_start,
            w.position,
            coalesce(c.voices, 0) as voices
        from
            weeks w
            left join counted c on c.week_start = w.week_start
        where
            w.week_start >= (
                select
                    min(week_start)
                from
                    counted
            )
    ),
    banded as (
        select
            week_start,
            position,
            voices,
            avg(voices) over before as expected,
            stddev_samp(voices) over before as spread,
            count(*) over before as history
        from
            filled
        window
            before as (
                order by
                    week_start rows between 8 preceding
                    and 1 preceding
            )
    )
select
    week_start,
    voices,
    case
        when history >= 4 then expected
    end as expected,
    case
        when history >= 4 then greatest(expected - 2 * spread, 0)
    end as expected_low,
    case
        when history >= 4 then expected + 2 * spread
    end as expected_high
from
    banded
where
    position >= 8
order by
    week_start
