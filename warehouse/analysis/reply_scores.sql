-- 答复质量；一行是一件建议或留言的答复。各项得分均为 0–1
create table if not exists analysis.reply_scores (
  voice_id varchar not null, -- 民意编号
  input_hash varchar not null, -- 来信、答复与日期的摘要：不变就不再评
  method varchar not null, -- 所用方法、词典和说理模型的版本
  score double, -- 总分
  relevance_score double, -- 切题：逐项诉求得到回应的程度
  explained boolean, -- 是否有说理
  explained_score double, -- 说理
  complete_score double, -- 完整
  timely_score double, -- 时效；缺日期为空
  attitude_score double, -- 态度
  workdays integer, -- 用时（工作日）
  allowed_workdays integer, -- 期限（工作日）
  is_acknowledgement boolean, -- 是否只告知收悉或转办
  letters integer, -- 实际说的字数（不含称谓、日期、致谢）
  content_letters integer, -- 与事项有关的字数
  asks varchar, -- 逐项诉求（JSON 数组）：text、kind、state（answered、touched、open）、share、answers
  asks_total integer, -- 诉求项数
  asks_open integer, -- 未见回应的项数
  parts varchar, -- 六个要件是否具备（JSON）
  harsh varchar, -- 生硬用语（JSON 数组）
  reasons varchar -- 得分理由（JSON 数组）
)
