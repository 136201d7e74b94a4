-- 分类模型的重新训练；一行是一次训练及其前后对比
create table if not exists state.class_trainings (
  training_id varchar not null, -- 编号
  trained_at timestamp not null, -- 时间（UTC）
  actor varchar not null, -- 谁
  model varchar not null, -- 新模型的名称与版本
  previous_model varchar, -- 原模型的名称与版本
  examples bigint not null, -- 训练用的标注件数
  decisions bigint not null, -- 其中人工决定的件数
  effect varchar not null -- 前后对比（JSON）：未见过的决定上的成绩、改变类别的件数
)
