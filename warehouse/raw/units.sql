-- 预算单位（主数据），原样文本；一行是一个单位在一段有效期内，只追加不修改
create table if not exists raw.units (
  agency_code varchar, -- 单位代码
  agency_name varchar, -- 单位名称
  unit_kind varchar, -- 单位类别
  parent_code varchar, -- 上级单位代码
  region_code varchar, -- 所在区划代码
  head_count varchar, -- 编制人数
  valid_from varchar, -- 生效日期
  valid_to varchar, -- 失效日期
  aliases varchar, -- 别名、曾用名（用顿号分隔）
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
