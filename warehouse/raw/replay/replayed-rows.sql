-- The rows a replay was asked for; they are looked up before it is put back.
insert into raw.replayed_rows (load_id, sheet, row_number)
select $load_id::varchar, sheet, row_number
from raw.quarantine
where list_contains($ids::varchar[], quarantine_id)
