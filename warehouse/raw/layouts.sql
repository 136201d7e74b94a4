-- 各批次的表有哪些列；一行是一批里的一张表
create table if not exists raw.layouts (
  load_id varchar not null, -- 载入批次
  sheet varchar, -- 工作表
  fields varchar[] not null -- 有的列
)
