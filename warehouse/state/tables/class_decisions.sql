-- 人工对分类的确认与更正；一行是一次决定，只增不改，最近一次有效
create table if not exists state.class_decisions (
  decision_id varchar not null, -- 编号
  voice_id varchar not null, -- 民意编号
  text_hash varchar not null, -- 决定时的正文摘要；正文变了，决定不再适用
  kind varchar not null, -- confirm 确认、correct 更正、undo 撤回
  level_1 varchar, -- 定为的一级分类
  level_2 varchar, -- 定为的二级分类
  level_3 varchar, -- 定为的三级分类
  was_level_1 varchar, -- 当时模型给的一级分类
  was_level_2 varchar, -- 当时模型给的二级分类
  was_level_3 varchar, -- 当时模型给的三级分类
  was_confidence double, -- 当时模型的把握
  model varchar, -- 当时的模型
  actor varchar not null, -- 谁
  decided_at timestamp not null -- 时间（UTC）
)
