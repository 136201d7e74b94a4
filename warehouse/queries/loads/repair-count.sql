-- 一批的隔离行一共改过多少格
select count(*) as repairs
from state.quarantine_repairs
where load_id = $load_id::varchar
