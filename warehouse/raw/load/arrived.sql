-- The rows of the load, stored or seen again.
arrived as (
  select _sheet, _row_number, _row_hash, _identity_hash, _record_key, true as is_new
  from {table}
  where _load_seq = $load_seq::bigint
  union all
  select _sheet, _row_number, _row_hash, _identity_hash, _record_key, false
  from seen
)
