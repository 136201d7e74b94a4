-- 全部待处理的隔离行数
select count(*) as open_rows
from raw.quarantine as refused
inner join raw.loads as loads on loads.load_id = refused.load_id
where refused.status = 'open'
