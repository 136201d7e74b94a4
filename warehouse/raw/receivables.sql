-- 往来款项，原样文本；一行是一个单位的一笔应收、暂付款，只追加不修改
create table if not exists raw.receivables (
  receivable_id varchar, -- 往来款编号
  agency_code varchar, -- 预算单位代码
  agency_name varchar, -- 预算单位
  ledger_subject varchar, -- 会计科目：其他应收款、预付账款、暂付款等
  counterparty varchar, -- 往来单位或个人
  occurred_at varchar, -- 款项发生的日期
  balance varchar, -- 尚未收回或核销的余额（元）
  reason varchar, -- 挂账原因
  as_of varchar, -- 余额截至的日期
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
