-- 再次见到的状态；一行是一次载入里与库中已有状态相同、未重复存放的一行
create table if not exists raw.sightings (
  kind varchar not null, -- 数据类别
  record_key varchar not null, -- 记录键
  row_hash varchar not null, -- 见到的状态（行摘要）
  observed_at timestamp not null, -- 见到的时间
  load_id varchar not null, -- 载入批次
  load_seq bigint not null, -- 载入序号
  source_file varchar, -- 来源文件
  sheet varchar, -- 工作表
  row_number bigint, -- 行号（文件或工作表首行为 1）
  extra varchar -- 原表中未识别的列，以及读入时改写过的单元格原文（JSON）
)
