-- 预算项目名称；一行是一个代码和它用过的一个名称
select distinct
  pro_code as code,
  project_name as name
from marts.budget_lines
where pro_code is not null and project_name is not null
order by code, name
