-- 最近 12 个有载入的月份里收下和隔离的行数（按载入时间，上海时区）
with
    counted as (
        select
            substr(cast(cast(finished_at + interval '8' hour as date) as varchar), 1, 7) as month,
            count(*) as loads,
            sum(rows_accepted) as accepted,
            sum(rows_quarantined) as quarantined,
            row_number() over (
                order by
                    substr(cast(cast(finished_at + interval '8' hour as date) as varchar), 1, 7) desc
            ) as age
        from
            raw.loads
        where
            status = 'published'
            and finished_at is not null
        group by
            substr(cast(cast(finished_at + interval '8' hour as date) as varchar), 1, 7)
    )
select
    month,
    loads,
    cast(accepted as bigint) as accepted,
    cast(quarantined as bigint) as quarantined
from
    counted
where
    age <= 12
order by
    month
