-- severity: warn
-- 支付引用的预算指标编号在指标表中找不到
select payments.bgt_id, count(*) as payments
from marts.payments as payments
left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
where payments.bgt_id is not null and lines.bgt_id is null
group by payments.bgt_id
order by payments.bgt_id
