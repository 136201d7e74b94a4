-- 指标调整，原样文本；一行是一次指标调整，只追加不修改
create table if not exists raw.budget_adjustments (
  adj_id varchar, -- 调整编号
  bgt_id varchar, -- 指标编号
  adj_date varchar, -- 调整日期
  add_amount varchar, -- 调增金额（元）
  dis_amount varchar, -- 调减金额（元）
  doc_no varchar, -- 文号
  approved_by varchar, -- 批准文号
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
