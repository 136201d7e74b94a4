-- Rows that a withdrawn replay had resolved are open again.
update raw.quarantine
set status = 'open', resolved_load_id = null, resolved_at = null
where resolved_load_id = $load_id::varchar
