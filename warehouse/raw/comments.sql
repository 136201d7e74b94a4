-- 立法征求意见、公众意见，原样文本；一行是对一部草案的一条意见，只追加不修改
create table if not exists raw.comments (
  comment_id varchar, -- 意见编号
  draft_title varchar, -- 法规草案
  clause varchar, -- 条款
  stance varchar, -- 态度
  body varchar, -- 意见内容
  author_kind varchar, -- 意见人类型
  created_at varchar, -- 提出时间
  adopted varchar, -- 采纳情况
  adopted_reason varchar, -- 采纳或不采纳的理由
  region varchar, -- 地区
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
