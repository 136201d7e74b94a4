-- 近 24 个月每月提出和答复的代表建议；一行是一个月
with
    events as (
        select
            substr(cast(submitted_date as varchar), 1, 7) as month,
            1 as submitted,
            0 as replied
        from
            marts.suggestions
        where
            submitted_date is not null
        union all
        select
            substr(cast(cast(replied_at + interval '8' hour as date) as varchar), 1, 7),
            0,
            1
        from
            marts.suggestions
        where
            replied_at is not null
    ),
    counted as (
        select
            month,
            sum(submitted) as submitted,
            sum(replied) as replied,
            row_number() over (
                order by
                    month desc
            ) as age
        from
            events
        group by
            month
    )
select
    month,
    cast(submitted as bigint) as submitted,
    cast(replied as bigint) as replied
from
    counted
where
    age <= 24
order by
    month
