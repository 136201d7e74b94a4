-- 分析作业登记；一行是一个作业最近一次运行
create table if not exists analysis.runs (
  job varchar not null, -- 作业
  input_fingerprint varchar, -- 输入摘要
  started_at timestamp, -- 开始时间（UTC）
  finished_at timestamp, -- 结束时间（UTC）
  rows bigint -- 写出行数
)
