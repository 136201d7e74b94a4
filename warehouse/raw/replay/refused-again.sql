-- Rows that still fail stay open, with the reason of today.
update raw.quarantine as waiting
set
  column_name = again.column_name,
  reason_code = again.reason_code,
  message = again.message
from refused as again
where waiting.load_id = $replay_of::varchar
  and waiting.status = 'open'
  and waiting.row_number = again.row_number
  and waiting.sheet is not distinct from again.sheet
