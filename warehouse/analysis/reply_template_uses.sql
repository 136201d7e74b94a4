-- 答复与模板；一行是一件答复
create table if not exists analysis.reply_template_uses (
  voice_id varchar not null, -- 民意编号
  template_id varchar, -- 所属模板；没有则为空
  share double not null -- 与其他答复相同的文字所占比例（0–1）
)
