-- 最近预算年度各功能分类（类）的执行进度
select
    substr(exp_func_code, 1, 3) as function_class,
    cast(sum(adjusted_amount) as decimal(18, 2)) as adjusted,
    cast(sum(paid_amount) as decimal(18, 2)) as paid,
    cast(sum(paid_amount) as double) / cast(sum(adjusted_amount) as double) as rate
from
    marts.budget_lines
where
    fiscal_year = $year::integer
    and exp_func_code is not null
group by
    substr(exp_func_code, 1, 3)
having
    sum(adjusted_amount) > 0
order by
    adjusted desc,
    function_class
