-- 最近一件民意的日期
select
    max(created_date) as last_day
from
    marts.voices
where
    created_date <= $today::date
    and (
        $kind::varchar is null
        or kind = $kind::varchar
    )
