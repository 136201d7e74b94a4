-- 收入预算与执行；一行是一个地区、年度、账本的一个收入科目
select
  region, -- 地区
  region_code, -- 地区代码
  fiscal_year, -- 预算年度
  account, -- 四本账：一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算
  subject_code, -- 收入分类科目代码
  subject_name, -- 收入科目名称
  budget_amount, -- 年初预算（元）
  adjusted_amount, -- 调整预算（元），含本级人大常委会批准的调整
  executed_amount, -- 截至日的执行数；年度终了后为决算数（元）
  approved_by, -- 预算调整的批准文号
  as_of, -- 执行数截至的日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_revenues
