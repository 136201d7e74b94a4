-- 答复模板；一行是一段在三件以上答复中重复使用的文字
create table if not exists analysis.reply_templates (
  template_id varchar not null, -- 模板编号
  kind varchar not null, -- 程式答复（没有说到事项）、同文答复（几件来信同一个回答）
  text varchar not null, -- 共同的文字
  replies integer not null, -- 用了多少件
  share double not null -- 这些答复中共同文字平均所占的比例（0–1）
)
