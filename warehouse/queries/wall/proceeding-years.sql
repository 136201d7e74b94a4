-- 各年已有结果的议题按类别计数；一行是一年的一个类别
select
    cast(extract(year from held_on) as integer) as year,
    category,
    count(*) as items,
    count(*) filter (
        where
            result = '通过'
    ) as passed
from
    marts.proceedings
where
    result is not null
    and held_on is not null
group by
    cast(extract(year from held_on) as integer),
    category
order by
    year,
    category
