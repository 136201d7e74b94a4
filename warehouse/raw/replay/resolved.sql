-- Rows that are in now.
update raw.quarantine as waiting
set status = 'replayed', resolved_load_id = $load_id::varchar, resolved_at = $resolved_at::timestamp
from keyed
where waiting.load_id = $replay_of::varchar
  and waiting.status = 'open'
  and waiting.row_number = keyed._row_number
  and waiting.sheet is not distinct from keyed._sheet
