-- 投标明细；一行是一个供应商对一个采购包件的一次报价
select
  procurement_no, -- 采购项目编号
  package_no, -- 包号
  contract_no, -- 成交后的合同编号
  coalesce(bids.agency_code, names.agency_code) as agency_code, -- 采购单位代码，来源没有时按名称查
  bids.agency_name, -- 采购单位
  item, -- 采购内容
  method, -- 采购方式
  supplier, -- 投标供应商
  supplier_credit_code, -- 供应商统一社会信用代码
  round, -- 报价轮次，没有分轮的为空
  amount, -- 投标报价（元）
  ceiling, -- 最高限价（元）
  bid_status, -- 投标是否有效：有效、无效
  is_winner, -- 是否中标：是、否
  legal_person, -- 法定代表人
  contact, -- 授权代表或联系人
  phone, -- 联系电话
  deposit_account, -- 投标保证金转出账户
  file_mark, -- 投标文件的制作标识（机器码、作者）
  opened_at, -- 开标日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_bids as bids
left join intermediate.int_agency_names as names on names.agency_name = bids.agency_name
