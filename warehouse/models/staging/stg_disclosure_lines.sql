-- 公开文件文字的当前状态；一行是一个公开文件一页上的一行文字
select
  document,
  try_cast(page_number as integer) as page_number,
  try_cast(line_number as integer) as line_number,
  text,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.disclosure_lines
