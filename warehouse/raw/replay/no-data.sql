-- Rows asked for that were neither accepted nor refused: by the rules of today they are totals, notes or headers.
update raw.quarantine as waiting
set
  status = 'set_aside',
  message = '按现在的规则，这一行是合计、说明或表头，不是数据。',
  resolved_load_id = $load_id::varchar,
  resolved_at = $resolved_at::timestamp
where waiting.load_id = $replay_of::varchar
  and waiting.status = 'open'
  and list_contains($ids::varchar[], waiting.quarantine_id)
  and not exists (
    select 1
    from refused as again
    where again.row_number = waiting.row_number and again.sheet is not distinct from waiting.sheet
  )
