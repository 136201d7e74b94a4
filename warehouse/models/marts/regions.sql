-- 行政区划；一行是一个现行区划
select
  region_code, -- 区划代码
  region_name, -- 区划名称
  parent_code, -- 上级区划代码
  level, -- 级别
  district_code, -- 所属区县代码
  district_name, -- 所属区县
  path_name, -- 从市到本级的全称
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from intermediate.int_region_paths
