-- 政府债务，原样文本；一行是一个地区、年度的一类债务，只追加不修改
create table if not exists raw.debts (
  region varchar, -- 地区
  region_code varchar, -- 地区代码
  fiscal_year varchar, -- 预算年度
  debt_kind varchar, -- 债务类型：一般债务、专项债务
  limit_amount varchar, -- 债务限额（元）
  balance varchar, -- 债务余额（元）
  quota varchar, -- 新增债务限额（元）
  issued_new varchar, -- 新增债券发行（元）
  issued_refinancing varchar, -- 再融资债券发行（元）
  repaid varchar, -- 还本支出（元）
  interest varchar, -- 付息支出（元）
  capacity varchar, -- 计算债务率用的综合财力（元）
  product varchar, -- 地区生产总值（元）
  purpose varchar, -- 债券资金用途
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
