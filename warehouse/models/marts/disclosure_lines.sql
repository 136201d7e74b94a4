-- 公开文件文字；一行是一个公开文件一页上的一行文字
select
  document, -- 文件指纹：同一份文件的各行相同
  page_number, -- 第几页或第几张工作表
  line_number, -- 页内第几行
  text, -- 这一行的文字，词与词之间有一个空格
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_disclosure_lines
