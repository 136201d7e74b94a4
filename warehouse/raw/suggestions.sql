-- 代表建议、议案，原样文本；一行是一件建议或议案的一个状态，只追加不修改
create table if not exists raw.suggestions (
  suggestion_id varchar, -- 建议编号（议案编号）
  category varchar, -- 建议类别：建议、议案
  congress_term varchar, -- 届次
  session varchar, -- 会议次
  title varchar, -- 标题（案由）
  body varchar, -- 建议内容
  deputy_name varchar, -- 领衔代表
  delegation varchar, -- 代表团
  co_signers varchar, -- 附议人数
  submitted_at varchar, -- 提交时间
  lead_unit varchar, -- 主办单位
  co_units varchar, -- 会办单位
  assigned_at varchar, -- 交办时间
  signed_at varchar, -- 签收时间
  due_at varchar, -- 办结期限
  replied_at varchar, -- 答复时间
  reply varchar, -- 答复内容
  result_class varchar, -- 办理结果（A/B/C/D 类）
  attitude_rating varchar, -- 对办理态度的评价
  result_rating varchar, -- 对办理结果的评价
  region varchar, -- 地区
  category_1 varchar, -- 一级分类
  status varchar, -- 状态
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
