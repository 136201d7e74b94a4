-- 预算指标；一行是一条指标，带调整和支付合计
with joined as (
  select
    lines.*,
    coalesce(lines.agency_code, names.agency_code, lines.agency_name, '（未填单位）') as unit_key,
    coalesce(lines.add_amt, 0) + coalesce(adjustments.added_amount, 0) as added_total,
    coalesce(lines.dis_amt, 0) + coalesce(adjustments.reduced_amount, 0) as reduced_total,
    coalesce(paid.paid_amount, 0) as paid_total,
    coalesce(paid.payments, 0) as payments,
    paid.first_paid_on
  from staging.stg_budget_lines as lines
  left join intermediate.int_unit_names as names on names.agency_name = lines.agency_name
  left join intermediate.int_adjustments_summed as adjustments on adjustments.bgt_id = lines.bgt_id
  left join intermediate.int_payments_summed as paid on paid.bgt_id = lines.bgt_id
)
select
  bgt_id, -- 指标编号
  fiscal_year, -- 预算年度
  mof_div_code, -- 财政区划代码
  agency_code, -- 预算单位代码
  agency_name, -- 预算单位
  unit_key, -- 归属单位：代码，没有代码时为名称
  pro_code, -- 项目代码
  project_name, -- 项目名称
  exp_func_code, -- 功能科目代码
  dep_bgt_eco_code, -- 部门经济科目代码
  gov_bgt_eco_code, -- 政府经济科目代码
  fund_type_code, -- 资金性质
  account, -- 四本账
  source_type_code, -- 指标来源
  amount, -- 指标金额（元）
  cast(added_total as decimal(18, 2)) as added_amount, -- 调增合计：指标自带与指标调整之和（元）
  cast(reduced_total as decimal(18, 2)) as reduced_amount, -- 调减合计：指标自带与指标调整之和（元）
  cast(amount + added_total - reduced_total as decimal(18, 2)) as adjusted_amount, -- 调整后金额（元）
  cast(paid_total as decimal(18, 2)) as paid_amount, -- 已支付（元）
  payments, -- 支付笔数
  first_paid_on, -- 首次支付日期，没有支付为空
  doc_no, -- 文号
  doc_date, -- 发文日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from joined
