-- 民意热点；一行是一个热点
create table if not exists analysis.topics (
  topic_id varchar not null, -- 热点编号
  rank integer, -- 名次
  title varchar, -- 标题
  description varchar, -- 一句话说明
  heat double, -- 热度
  heat_parts varchar, -- 热度构成（JSON）
  voices integer, -- 件数
  matters integer, -- 事项数
  growth double, -- 增长
  expected double, -- 预期件数
  expected_low double, -- 预期下界
  expected_high double, -- 预期上界
  breadth integer, -- 涉及地区与来源数
  unresolved_share double, -- 未解决占比
  from_date date, -- 最早日期
  to_date date, -- 最晚日期
  places varchar, -- 地点（JSON 数组）
  people varchar, -- 人群（JSON 数组）
  category_1 varchar, -- 主要一级分类
  lifecycle varchar, -- 阶段：萌芽、上升、高位、回落、反弹
  keywords varchar, -- 关键词（JSON 数组）
  campaign varchar, -- 疑似集中提交的提示与依据（JSON），没有为空
  computed_at timestamp -- 计算时间（UTC）
)
