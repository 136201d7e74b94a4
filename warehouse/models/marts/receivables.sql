-- 往来款项；一行是一个单位的一笔应收、暂付款
select
  receivable_id, -- 往来款编号
  agency_code, -- 预算单位代码
  agency_name, -- 预算单位
  ledger_subject, -- 会计科目：其他应收款、预付账款、暂付款等
  counterparty, -- 往来单位或个人
  occurred_at, -- 款项发生的日期
  balance, -- 尚未收回或核销的余额（元）
  reason, -- 挂账原因
  as_of, -- 余额截至的日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_receivables
