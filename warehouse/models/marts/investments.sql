-- 政府投资项目；一行是一个政府投资项目
select
  pro_code, -- 项目代码
  project_name, -- 项目名称
  agency_code, -- 预算单位代码
  agency_name, -- 预算单位
  estimate, -- 投资估算（元）
  approved_estimate, -- 批准概算（元）
  adjusted_estimate, -- 经核定的调整概算（元）
  approved_by, -- 概算或概算调整的批准文号
  paid_total, -- 开工以来累计支付（元）
  as_of, -- 累计支付截至的日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_investments
