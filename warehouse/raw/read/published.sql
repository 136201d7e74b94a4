-- Published loads of a file, by its hash.
select
  load_id, kind, sheets, mapping, rows_read, rows_accepted, rows_quarantined, rows_unchanged, reasons, warnings,
  reconciled
from raw.loads
where file_hash = $file_hash::varchar
  and status = 'published'
  and replay_of is null
  and ($kind::varchar is null or kind = $kind::varchar)
order by load_seq, load_id
