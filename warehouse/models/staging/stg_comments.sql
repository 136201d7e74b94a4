-- 公众意见的当前状态；一行是一条意见
select
  comment_id,
  draft_title,
  clause,
  stance,
  body,
  author_kind,
  try_cast(created_at as timestamp) as created_at,
  adopted,
  adopted_reason,
  region,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.comments
