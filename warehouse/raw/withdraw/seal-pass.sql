-- An heir without an original of its own had the same one.
update raw.sealed_texts as sealed
set load_id = heirs.load_id
from (select distinct record_key, row_hash, load_id from heirs) as heirs
where sealed.kind = $kind::varchar
  and sealed.load_id = $load_id::varchar
  and sealed.record_key = heirs.record_key
  and sealed.row_hash = heirs.row_hash
  and not exists (
    select 1
    from raw.sealed_texts as own
    where own.kind = $kind::varchar
      and own.load_id = heirs.load_id
      and own.record_key = sealed.record_key
      and own.row_hash = sealed.row_hash
      and own.column_name = sealed.column_name
  )
