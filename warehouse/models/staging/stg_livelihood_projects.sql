-- 民生实事项目的当前状态；一行是一个年度的一个项目
select
  project_id,
  try_cast(year as integer) as year,
  title,
  lead_unit,
  target,
  try_cast(planned_at as date) as planned_at,
  try_cast(progress as double) as progress,
  status,
  try_cast(budget as decimal(18, 2)) as budget,
  try_cast(votes_rank as integer) as votes_rank,
  try_cast(reported_at as date) as reported_at,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.livelihood_projects
