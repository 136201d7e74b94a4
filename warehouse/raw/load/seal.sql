-- Original texts of masked cells: those of the stored rows, and of rows seen again whose original reads otherwise.
insert into raw.sealed_texts (kind, record_key, row_hash, column_name, original, load_id)
with {arrived}
select $kind::varchar, arrived._record_key, arrived._row_hash, sealed.column_name, sealed.original, $load_id::varchar
from incoming_sealed as sealed
inner join arrived
  on arrived._row_number = sealed.row_number and arrived._sheet is not distinct from sealed.sheet
where arrived.is_new
  or not exists (
    select 1
    from raw.sealed_texts as known
    where known.kind = $kind::varchar
      and known.record_key = arrived._record_key
      and known.row_hash = arrived._row_hash
      and known.column_name = sealed.column_name
      and known.original = sealed.original
  )
order by arrived._record_key, sealed.column_name
