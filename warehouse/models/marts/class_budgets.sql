-- 单位按支出类别的预算；一行是一个单位、一个年度、一类支出
select
  coalesce(lines.agency_code, lines.agency_name) as unit_code, -- 预算单位代码，没有代码的用名称
  min(lines.agency_name) as agency_name, -- 预算单位
  lines.fiscal_year, -- 预算年度
  coalesce(classes.spending_class, '其他') as spending_class, -- 支出类别（部门经济科目的类）
  cast(sum(lines.adjusted_amount) as decimal(18, 2)) as adjusted_amount -- 调整后预算（元）
from marts.budget_lines as lines
left join intermediate.int_spending_classes as classes
  on classes.economic_class = substr(lines.dep_bgt_eco_code, 1, 3)
where coalesce(lines.agency_code, lines.agency_name) is not null
group by
  coalesce(lines.agency_code, lines.agency_name),
  lines.fiscal_year,
  coalesce(classes.spending_class, '其他')
