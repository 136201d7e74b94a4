-- 公开文件文字，原样文本；一行是一个公开文件一页上的一行文字，只追加不修改
create table if not exists raw.disclosure_lines (
  document varchar, -- 文件指纹：同一份文件的各行相同
  page_number varchar, -- 第几页或第几张工作表
  line_number varchar, -- 页内第几行
  text varchar, -- 这一行的文字，词与词之间有一个空格
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
