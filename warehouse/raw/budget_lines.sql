-- 预算指标，原样文本；一行是一条预算指标的一个状态，只追加不修改
create table if not exists raw.budget_lines (
  bgt_id varchar, -- 指标编号
  fiscal_year varchar, -- 预算年度
  mof_div_code varchar, -- 财政区划代码
  agency_code varchar, -- 预算单位代码
  agency_name varchar, -- 预算单位
  pro_code varchar, -- 项目代码
  project_name varchar, -- 项目名称
  exp_func_code varchar, -- 功能科目代码
  dep_bgt_eco_code varchar, -- 部门经济科目代码
  gov_bgt_eco_code varchar, -- 政府经济科目代码
  fund_type_code varchar, -- 资金性质
  account varchar, -- 四本账
  source_type_code varchar, -- 指标来源：年初、追加、结转、上级
  amount varchar, -- 指标金额（元）
  dis_amt varchar, -- 调减金额（元）
  add_amt varchar, -- 调增金额（元）
  doc_no varchar, -- 文号
  doc_date varchar, -- 发文日期
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
