-- 输入登记；一行是一张 raw 或 analysis 表，内容每变一次换一个摘要
create table if not exists meta.tables (
  table_name varchar not null, -- 表
  fingerprint varchar not null -- 摘要
)
