-- 国库库款；一行是一个地区一个月的库款
select
  region, -- 地区
  region_code, -- 地区代码
  month_end, -- 月末日期
  inflow, -- 当月库款流入（元）
  outflow, -- 当月库款流出（元）
  balance, -- 月末库款余额（元）
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_treasury_months
