-- 筛选可选的区县，件数多的在前
select
    district_name
from
    marts.voice_months
where
    district_name is not null
group by
    district_name
order by
    sum(voices) desc,
    district_name
