-- 热点成员；一行是一个热点里的一条民意
create table if not exists analysis.topic_members (
  topic_id varchar not null, -- 热点编号
  voice_id varchar not null, -- 民意编号
  matter_id varchar, -- 事项编号：同一件事只算一项
  similarity double, -- 与热点中心的相似度
  is_typical boolean -- 是否代表性原文
)
