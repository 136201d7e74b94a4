-- 会议与决定任免的当前状态；一行是一次会议的一个议题
select
  item_id,
  session,
  try_cast(held_on as date) as held_on,
  category,
  title,
  stage,
  result,
  try_cast(votes_for as integer) as votes_for,
  try_cast(votes_against as integer) as votes_against,
  try_cast(votes_abstain as integer) as votes_abstain,
  draft_title,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.proceedings
