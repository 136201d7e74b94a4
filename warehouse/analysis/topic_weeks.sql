-- 热点走势；一行是一个热点的一周
create table if not exists analysis.topic_weeks (
  topic_id varchar not null, -- 热点编号
  week_start date not null, -- 周一日期
  voices integer, -- 件数
  expected double, -- 预期件数
  expected_low double, -- 预期下界
  expected_high double -- 预期上界
)
