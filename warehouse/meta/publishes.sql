-- 发布登记；一行是一次发布
create table if not exists meta.publishes (
  version bigint not null, -- 版本，递增
  published_at timestamp not null, -- 发布时间（UTC）
  tables varchar not null -- 内容有变的表（JSON 数组）
)
