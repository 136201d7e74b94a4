-- 国库支付，原样文本；一行是付给一个收款人的一笔支付，只追加不修改
create table if not exists raw.payments (
  pay_cert_no varchar, -- 支付凭证号
  bgt_id varchar, -- 指标编号
  fiscal_year varchar, -- 预算年度
  agency_code varchar, -- 预算单位代码
  agency_name varchar, -- 预算单位
  pro_code varchar, -- 项目代码
  project_name varchar, -- 项目名称
  exp_func_code varchar, -- 功能科目代码
  dep_bgt_eco_code varchar, -- 部门经济科目代码
  payee_name varchar, -- 收款人
  payee_acct_no varchar, -- 收款账号
  amount varchar, -- 金额（元，币种另见 currency）
  pay_date varchar, -- 支付日期
  set_mode varchar, -- 结算方式
  pay_type varchar, -- 支付方式
  use_des varchar, -- 用途
  contract_no varchar, -- 合同编号
  invoice_no varchar, -- 发票号
  currency varchar, -- 币种
  _extra varchar, -- 原表中未识别的列，以及读入时改写过的单元格原文（JSON）
  _load_id varchar, -- 载入批次
  _source_file varchar, -- 来源文件
  _sheet varchar, -- 工作表
  _row_number bigint, -- 行号（文件或工作表首行为 1）
  _row_hash varchar, -- 规范化后整行的摘要
  _record_key varchar, -- 记录键：业务编号，没有编号时为身份字段的摘要与出现次序
  _identity_hash varchar, -- 身份字段的摘要，用来区分编号相同的不同记录；为空时即整行的摘要
  _observed_at timestamp, -- 这一状态被看到的时间（缺省为载入时间）
  _load_seq bigint -- 载入序号，递增
)
