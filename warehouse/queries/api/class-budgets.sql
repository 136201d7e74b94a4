-- 某年各单位各类支出的调整后预算
select
  coalesce(lines.agency_code, lines.agency_name) as unit_code,
  min(coalesce(lines.agency_name, lines.agency_code)) as unit_name,
  coalesce(classes.spending_class, '其他') as spending_class,
  sum(lines.adjusted_amount) as adjusted_amount
from marts.budget_lines as lines
left join intermediate.int_spending_classes as classes
  on classes.economic_class = substr(lines.dep_bgt_eco_code, 1, 3)
where lines.fiscal_year = $year::integer
  and coalesce(lines.agency_code, lines.agency_name) is not null
group by coalesce(lines.agency_code, lines.agency_name), coalesce(classes.spending_class, '其他')
order by unit_code, spending_class
