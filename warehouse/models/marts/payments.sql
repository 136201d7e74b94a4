-- 国库支付；一行是付给一个收款人的一笔支付
select
  payments.record_key as payment_id, -- 支付编号
  payments.pay_cert_no, -- 支付凭证号
  payments.bgt_id, -- 指标编号
  coalesce(payments.fiscal_year, cast(extract(year from payments.pay_date) as integer)) as fiscal_year, -- 预算年度，来源没有时取支付日期的年份
  coalesce(payments.agency_code, names.agency_code) as agency_code, -- 预算单位代码，来源没有时按名称查
  payments.agency_name, -- 预算单位
  units.unit_key, -- 归属单位：代码，没有代码时为名称；年中更名、合并的归入承接指标的单位
  payments.pro_code, -- 项目代码
  payments.project_name, -- 项目名称
  payments.exp_func_code, -- 功能科目代码
  payments.dep_bgt_eco_code, -- 部门经济科目代码
  payments.payee_name, -- 收款人
  payments.payee_acct_no, -- 收款账号
  coalesce(payments.payee_acct_no, payments.payee_name) as payee_key, -- 收款方：账号，没有账号时为名称
  payments.amount, -- 金额（元，币种另见 currency）
  payments.pay_date, -- 支付日期
  substr(cast(payments.pay_date as varchar), 1, 7) as pay_month, -- 支付月份 YYYY-MM
  payments.set_mode, -- 结算方式
  payments.pay_type, -- 支付方式
  payments.use_des, -- 用途
  payments.contract_no, -- 合同编号
  payments.invoice_no, -- 发票号
  payments.currency, -- 币种，空为人民币
  payments.record_key, -- 记录键
  payments.load_id, -- 载入批次
  payments.source_file, -- 来源文件
  payments.sheet, -- 工作表
  payments.row_number, -- 行号（文件或工作表首行为 1）
  payments.row_hash -- 行摘要
from staging.stg_payments as payments
left join intermediate.int_agency_names as names on names.agency_name = payments.agency_name
left join intermediate.int_payment_units as units
  on units.agency_code = coalesce(payments.agency_code, '')
  and units.agency_name = coalesce(payments.agency_name, '')
  and units.fiscal_year = coalesce(payments.fiscal_year, cast(extract(year from payments.pay_date) as integer))
