-- Refused rows asked for that are still open.
select quarantine_id, sheet, row_number
from raw.quarantine
where load_id = $load_id::varchar
  and status = 'open'
  and ($ids::varchar[] is null or list_contains($ids::varchar[], quarantine_id))
order by sheet nulls first, row_number, quarantine_id
