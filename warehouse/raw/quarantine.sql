-- 隔离区；一行是一条未能入库的原始行，整行保留
create table if not exists raw.quarantine (
  quarantine_id varchar not null, -- 隔离编号
  load_id varchar not null, -- 载入批次
  kind varchar not null, -- 数据类别
  source_file varchar not null, -- 来源文件
  sheet varchar, -- 工作表
  row_number bigint not null, -- 行号（文件或工作表首行为 1）
  column_name varchar, -- 有问题的列
  reason_code varchar not null, -- 原因代码
  message varchar not null, -- 给数据专员的说明
  row_json varchar not null, -- 原始行（JSON：表头 → 单元格原文）
  status varchar not null, -- open 待处理、replayed 已重放入库、set_aside 已搁置（不是数据）、repeated 同一来源的另一个文件里有同样的一行，不重复计
  created_at timestamp not null, -- 隔离时间（UTC）
  resolved_load_id varchar, -- 使它入库或判定它不是数据的重放批次
  resolved_at timestamp -- 了结时间（UTC）
)
