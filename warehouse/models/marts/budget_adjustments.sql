-- 指标调整；一行是一次调整
select
  adj_id, -- 调整编号
  bgt_id, -- 指标编号
  adj_date, -- 调整日期
  add_amount, -- 调增金额（元）
  dis_amount, -- 调减金额（元）
  doc_no, -- 文号
  approved_by, -- 批准文号
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_budget_adjustments
