-- 疑点依据的原始行；一行是一个疑点的一条依据
create table if not exists analysis.finding_rows (
  finding_id varchar not null, -- 疑点编号
  position integer, -- 次序
  kind varchar, -- 数据类别
  record_key varchar, -- 记录键
  source_file varchar, -- 来源文件
  sheet varchar, -- 工作表
  row_number bigint, -- 行号
  amount decimal(18, 2), -- 金额（元）
  note varchar -- 说明
)
