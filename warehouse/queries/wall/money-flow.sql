-- 最近预算年度调整后的指标：四本账 → 功能分类（类） → 部门经济分类（类）
select
    coalesce(account, '未标明') as account,
    coalesce(substr(exp_func_code, 1, 3), '') as function_class,
    coalesce(substr(dep_bgt_eco_code, 1, 3), '') as economic_class,
    cast(sum(adjusted_amount) as decimal(18, 2)) as amount
from
    marts.budget_lines
where
    fiscal_year = $year::integer
group by
    coalesce(account, '未标明'),
    coalesce(substr(exp_func_code, 1, 3), ''),
    coalesce(substr(dep_bgt_eco_code, 1, 3), '')
having
    sum(adjusted_amount) > 0
order by
    account,
    function_class,
    economic_class
