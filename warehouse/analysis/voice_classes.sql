-- 留言分类结果；一行是一条民意在目录中的位置
create table if not exists analysis.voice_classes (
  voice_id varchar not null, -- 民意编号
  level_1 varchar, -- 一级分类
  level_2 varchar, -- 二级分类
  level_3 varchar, -- 三级分类
  confidence double, -- 置信度（0–1）
  bucket varchar, -- 处理方式：accept 采用、sample 抽查、review 复核
  deciding_words varchar, -- 起决定作用的词（JSON 数组）
  alternatives varchar, -- 其次可能的一级分类（JSON 数组：label、confidence）
  model varchar -- 模型名称与版本
)
