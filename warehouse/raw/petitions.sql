-- 信访、群众留言、12345 工单，原样文本；一行是一件留言的一个状态，只追加不修改
create table if not exists raw.petitions (
  petition_id varchar, -- 留言编号（工单编号、信访编号）
  channel varchar, -- 渠道
  author varchar, -- 留言用户
  title varchar, -- 留言主题
  body varchar, -- 留言详情
  created_at varchar, -- 留言时间
  region varchar, -- 地区
  category_1 varchar, -- 一级分类
  category_2 varchar, -- 二级分类
  category_3 varchar, -- 三级分类
  unit varchar, -- 承办单位
  status varchar, -- 状态
  reply varchar, -- 答复意见
  replied_at varchar, -- 答复时间
  rating varchar, -- 满意度
  likes varchar, -- 点赞数
  dislikes varchar, -- 反对数
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
