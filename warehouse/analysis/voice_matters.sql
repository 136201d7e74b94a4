-- 民意与事项；一行是一件民意归入的事项（同一件事只算一项）和文本（抄送、转发、照抄只算一份）
create table if not exists analysis.voice_matters (
  voice_id varchar not null, -- 民意编号
  matter_id varchar not null, -- 事项编号，由事项中最早一件得出
  copy_id varchar not null, -- 文本编号，由同文中最早一件得出
  copy_tier varchar, -- 与同文最早一件的关系：exact 文字相同、near 基本相同；自己就是最早一件时为空
  similarity double -- 与事项最早一件的相近程度（0–1）
)
