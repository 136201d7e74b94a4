-- 一批隔离行现在的状态
select status, count(*) as rows
from raw.quarantine
where load_id = $load_id::varchar
group by status
order by status
