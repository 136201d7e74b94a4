-- 各方法量得的数
select
  method,
  source,
  name,
  value,
  unit,
  baseline,
  baseline_name,
  n,
  basis,
  model,
  measured_at,
  note
from analysis.method_measures
order by method, source, position, name, basis
