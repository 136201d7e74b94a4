-- Refused rows go to the quarantine; those a person has set aside before, in an earlier reading of the file, stay aside.
insert into raw.quarantine (
  quarantine_id, load_id, kind, source_file, sheet, row_number, column_name, reason_code, message, row_json, status,
  created_at
)
select
  refused.quarantine_id,
  $load_id::varchar,
  $kind::varchar,
  $file_name::varchar,
  refused.sheet,
  refused.row_number,
  refused.column_name,
  refused.reason_code,
  refused.message,
  refused.row_json,
  case when decided.action = 'set_aside' then 'set_aside' else 'open' end,
  refused.created_at
from refused
left join state.quarantine_decisions_latest as decided
  on decided.file_hash = $file_hash::varchar
  and decided.kind = $kind::varchar
  and decided.sheet = coalesce(refused.sheet, '')
  and decided.row_number = refused.row_number
order by refused.sheet nulls first, refused.row_number
