-- 会议与决定任免，原样文本；一行是一次会议的一个议题，只追加不修改
create table if not exists raw.proceedings (
  item_id varchar, -- 议题编号
  session varchar, -- 会议名称
  held_on varchar, -- 会议日期
  category varchar, -- 议题类别：听取报告、法规案、决定决议、任免、视察检查、其他
  title varchar, -- 议题名称
  stage varchar, -- 审议阶段：拟议、一审、二审、三审、表决、公布
  result varchar, -- 审议结果：通过、未通过、继续审议、听取
  votes_for varchar, -- 赞成票
  votes_against varchar, -- 反对票
  votes_abstain varchar, -- 弃权票
  draft_title varchar, -- 对应法规草案
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
