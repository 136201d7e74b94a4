-- 某年各支出功能科目（款）的预算、支付、刚性支出、三公经费和项目数
select
  substr(exp_func_code, 1, 5) as function_code,
  sum(adjusted_amount) as adjusted,
  sum(paid_amount) as paid,
  coalesce(sum(adjusted_amount) filter (
    where substr(dep_bgt_eco_code, 1, 3) in ('301', '303', '307')
  ), 0) as rigid,
  coalesce(sum(adjusted_amount) filter (
    where dep_bgt_eco_code in ('30212', '30217', '30231', '31013')
  ), 0) as three_public,
  count(distinct pro_code) filter (where pro_code is not null) as projects
from marts.budget_lines
where fiscal_year = $year::integer
  and exp_func_code is not null
  and adjusted_amount is not null
group by substr(exp_func_code, 1, 5)
order by function_code
