-- Rows that are in now.
with {arrived}
update raw.quarantine as waiting
set status = 'replayed', resolved_load_id = $load_id::varchar, resolved_at = $resolved_at::timestamp
from arrived
where waiting.load_id = $replay_of::varchar
  and waiting.status = 'open'
  and waiting.row_number = arrived._row_number
  and waiting.sheet is not distinct from arrived._sheet
