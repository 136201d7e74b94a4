-- 支出预算与执行，原样文本；一行是一个地区、年度、账本的一个支出功能科目，只追加不修改
create table if not exists raw.expenditures (
  region varchar, -- 地区
  region_code varchar, -- 地区代码
  fiscal_year varchar, -- 预算年度
  account varchar, -- 四本账：一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算
  subject_code varchar, -- 支出功能分类科目代码
  subject_name varchar, -- 支出科目名称
  is_key varchar, -- 是否人大批准预算时列明的重点支出：是、否
  budget_amount varchar, -- 年初预算（元）
  adjusted_amount varchar, -- 调整预算（元），含本级人大常委会批准的调整
  executed_amount varchar, -- 截至日的执行数；年度终了后为决算数（元）
  approved_by varchar, -- 预算调整的批准文号
  as_of varchar, -- 执行数截至的日期
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
