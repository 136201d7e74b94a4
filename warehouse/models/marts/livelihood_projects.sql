-- 民生实事项目；一行是一个年度的一个项目
select
  project_id, -- 实事编号
  year, -- 实施年度
  title, -- 实事项目
  lead_unit, -- 牵头单位
  target, -- 年度目标
  planned_at, -- 计划完成日期
  progress, -- 完成比例，0 到 1
  status, -- 进展情况
  budget, -- 计划投资（元）
  votes_rank, -- 票决名次
  reported_at, -- 报告日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_livelihood_projects
