-- One load of the ledger.
select load_id, load_seq, kind, status, replay_of, file_name, file_hash, rows_read, rows_accepted, rows_quarantined, rows_unchanged
from raw.loads
where load_id = $load_id::varchar
