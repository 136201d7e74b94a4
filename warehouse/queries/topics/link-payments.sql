-- 可能与热点相关的支付，同一单位同一用途合为一行
select
    min(record_key) as ref,
    concat(count(*), ' 笔') as label,
    use_des as title,
    agency_name as unit_name,
    sum(amount) as amount,
    max(pay_date) as record_date
from
    marts.payments
where
    use_des is not null
    and currency is null
group by
    agency_name,
    use_des
order by
    ref
