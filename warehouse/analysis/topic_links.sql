-- 热点相关的建议和资金；一行是一个热点的一条相关记录
create table if not exists analysis.topic_links (
  topic_id varchar not null, -- 热点编号
  kind varchar not null, -- 类别：suggestion 建议、project 预算项目、procurement 采购、payment 支付
  ref varchar not null, -- 记录：建议为民意编号，其余为记录键
  label varchar, -- 来源自己的编号或年度
  title varchar, -- 名称
  unit_name varchar, -- 单位
  amount decimal(18,2), -- 金额（元）
  paid decimal(18,2), -- 已支付（元）
  record_date date, -- 日期
  why varchar, -- 为什么相关
  score double -- 相关程度（0–1）
)
