-- severity: warn
-- 同一预算指标编号对应多条指标，其支付和调整会重复计入每一条
select bgt_id, count(*) as lines
from marts.budget_lines
group by bgt_id
having count(*) > 1
order by bgt_id
