-- Has some record of the load another state than the load brought, so that the moments at which it was seen decide?
with brought as (
  select _record_key as record_key, _row_hash as row_hash
  from {table}
  where _load_id = $load_id::varchar
  union all
  select record_key, row_hash
  from raw.sightings
  where load_id = $load_id::varchar
)
select exists (
  select 1
  from brought
  inner join {table} as stored on stored._record_key = brought.record_key
  where stored._row_hash <> brought.row_hash
) as moved_on
