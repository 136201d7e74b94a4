-- 政府采购；一行是一份合同
select
  contract_no, -- 合同编号
  coalesce(procurements.agency_code, names.agency_code) as agency_code, -- 采购单位代码，来源没有时按名称查
  procurements.agency_name, -- 采购单位
  pro_code, -- 项目代码
  item, -- 品目
  method, -- 采购方式
  bidders, -- 投标供应商数
  supplier, -- 中标供应商
  supplier_credit_code, -- 供应商统一社会信用代码
  supplier_size, -- 供应商规模：大型、中型、小型、微型
  agreed_days, -- 约定付款期限（日）
  estimate, -- 采购预算（元）
  amount, -- 合同金额（元）
  supplement_amount, -- 补充合同金额（元）
  bid_deposit, -- 投标保证金（元）
  performance_deposit, -- 履约保证金（元）
  signed_at, -- 签订日期
  published_at, -- 公告日期
  accepted_at, -- 验收日期
  region, -- 地区（原文）
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_procurements as procurements
left join intermediate.int_agency_names as names on names.agency_name = procurements.agency_name
