-- 民意中提到的名称、金额、日期和文号；一行是一条民意第一次提到的一种写法
create table if not exists analysis.voice_entities (
  voice_id varchar not null, -- 民意编号
  position bigint not null, -- 在“标题换行正文”（规整后）中的位置，从 0 起
  type varchar not null, -- 类型：place 地点、unit 单位、project 项目、amount 金额、date 日期、document 文号、contract 合同号、law 法条
  text varchar not null, -- 原文写法
  value varchar, -- 规整后的值：金额（元）、日期（ISO）、编号；地点分 区划 和 地点
  resolved_to varchar, -- 对应的区划代码、单位代码或项目代码
  status varchar not null, -- resolved 已对应、ambiguous 有多种可能、unresolved 对不上、ignored 人工认定不是名称
  candidates varchar -- 可能对应的代码（JSON 数组）
)
