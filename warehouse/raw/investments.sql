-- 政府投资项目，原样文本；一行是一个政府投资项目，只追加不修改
create table if not exists raw.investments (
  pro_code varchar, -- 项目代码
  project_name varchar, -- 项目名称
  agency_code varchar, -- 预算单位代码
  agency_name varchar, -- 预算单位
  estimate varchar, -- 投资估算（元）
  approved_estimate varchar, -- 批准概算（元）
  adjusted_estimate varchar, -- 经核定的调整概算（元）
  approved_by varchar, -- 概算或概算调整的批准文号
  paid_total varchar, -- 开工以来累计支付（元）
  as_of varchar, -- 累计支付截至的日期
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
