-- 政府债务；一行是一个地区、年度的一类债务
select
  region, -- 地区
  region_code, -- 地区代码
  fiscal_year, -- 预算年度
  debt_kind, -- 债务类型：一般债务、专项债务
  limit_amount, -- 债务限额（元）
  balance, -- 债务余额（元）
  quota, -- 新增债务限额（元）
  issued_new, -- 新增债券发行（元）
  issued_refinancing, -- 再融资债券发行（元）
  repaid, -- 还本支出（元）
  interest, -- 付息支出（元）
  capacity, -- 计算债务率用的综合财力（元）
  product, -- 地区生产总值（元）
  purpose, -- 债券资金用途
  approved_by, -- 预算调整的批准文号
  as_of, -- 执行数截至的日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_debts
