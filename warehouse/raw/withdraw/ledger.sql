-- The ledger keeps the line.
update raw.loads
set
  status = 'withdrawn',
  withdrawn_at = $withdrawn_at::timestamp,
  withdrawn_by = $actor::varchar,
  withdrawn_reason = $reason::varchar
where load_id = $load_id::varchar
