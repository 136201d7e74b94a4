-- 民生实事项目，原样文本；一行是一个年度的一个项目，只追加不修改
create table if not exists raw.livelihood_projects (
  project_id varchar, -- 实事编号
  year varchar, -- 实施年度
  title varchar, -- 实事项目
  lead_unit varchar, -- 牵头单位
  target varchar, -- 年度目标
  planned_at varchar, -- 计划完成日期
  progress varchar, -- 完成比例，0 到 1
  status varchar, -- 进展情况
  budget varchar, -- 计划投资（元）
  votes_rank varchar, -- 票决名次
  reported_at varchar, -- 报告日期
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
