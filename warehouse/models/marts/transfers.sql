-- 转移支付；一行是一次下达
select
  doc_no, -- 文号
  from_div, -- 下达地区
  to_div, -- 接收地区
  kind, -- 类别：一般、专项
  amount, -- 金额（元）
  received_at, -- 收文日
  issued_at, -- 下达日
  fiscal_year, -- 预算年度
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_transfers
