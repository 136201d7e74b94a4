-- 预决算公开登记，原样文本；一行是一个单位一个年度一项公开内容的一个状态，只追加不修改
create table if not exists raw.disclosures (
  agency_code varchar, -- 单位代码
  agency_name varchar, -- 单位名称
  fiscal_year varchar, -- 年度
  document_kind varchar, -- 公开内容：部门预算、部门决算、单位预算、单位决算
  approved_at varchar, -- 批复日期
  published_at varchar, -- 公开日期
  url varchar, -- 公开网址
  as_of varchar, -- 登记截至日期
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
