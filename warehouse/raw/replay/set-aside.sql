-- Statuses follow what people decided last.
update raw.quarantine as waiting
set
  status = case when decided.action = 'set_aside' then 'set_aside' else 'open' end,
  resolved_at = case when decided.action = 'set_aside' then decided.decided_at end
from state.quarantine_decisions_latest as decided
inner join raw.loads as loads on loads.file_hash = decided.file_hash and loads.kind = decided.kind
where waiting.load_id = loads.load_id
  and decided.sheet = coalesce(waiting.sheet, '')
  and decided.row_number = waiting.row_number
  and waiting.status = case when decided.action = 'set_aside' then 'open' else 'set_aside' end
