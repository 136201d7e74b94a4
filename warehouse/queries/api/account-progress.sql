-- 四本账的执行进度
select
    coalesce(account, '未标明') as account,
    sum(adjusted_amount) as adjusted,
    sum(paid_amount) as paid,
    case
        when sum(adjusted_amount) > 0 then cast(sum(paid_amount) as double) / cast(sum(adjusted_amount) as double)
    end as rate
from
    marts.budget_lines
where
    fiscal_year = $year::integer
group by
    coalesce(account, '未标明')
order by
    adjusted desc,
    account
