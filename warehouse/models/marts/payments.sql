-- 国库支付；一行是付给一个收款人的一笔支付
select
  record_key as payment_id, -- 支付编号
  pay_cert_no, -- 支付凭证号
  bgt_id, -- 指标编号
  coalesce(fiscal_year, cast(extract(year from pay_date) as integer)) as fiscal_year, -- 预算年度，来源没有时取支付日期的年份
  coalesce(payments.agency_code, names.agency_code) as agency_code, -- 预算单位代码，来源没有时按名称查
  payments.agency_name, -- 预算单位
  pro_code, -- 项目代码
  project_name, -- 项目名称
  exp_func_code, -- 功能科目代码
  dep_bgt_eco_code, -- 部门经济科目代码
  payee_name, -- 收款人
  payee_acct_no, -- 收款账号
  amount, -- 金额（元，币种另见 currency）
  pay_date, -- 支付日期
  substr(cast(pay_date as varchar), 1, 7) as pay_month, -- 支付月份 YYYY-MM
  set_mode, -- 结算方式
  pay_type, -- 支付方式
  use_des, -- 用途
  contract_no, -- 合同编号
  invoice_no, -- 发票号
  currency, -- 币种，空为人民币
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_payments as payments
left join intermediate.int_agency_names as names on names.agency_name = payments.agency_name
