-- 已接入的公开文件；一行是一个文件
select
  lines.document, -- 文件指纹
  lines.load_id, -- 最早载入它的批次
  loads.file_name as source_file, -- 来源文件
  loads.started_at as loaded_at, -- 载入时间（UTC）
  loads.load_seq, -- 载入序号，递增
  count(*) as lines, -- 文字行数
  max(lines.page_number) as pages -- 页数或工作表数
from marts.disclosure_lines as lines
inner join staging.stg_loads as loads on loads.load_id = lines.load_id
group by lines.document, lines.load_id, loads.file_name, loads.started_at, loads.load_seq
