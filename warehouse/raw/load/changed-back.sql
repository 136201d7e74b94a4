-- Does the load show again a state that another state of its record may have replaced?
select exists (
  select 1
  from keyed
  inner join {table} as stored on stored._record_key = keyed._record_key
  where not keyed.is_new and stored._row_hash <> keyed._row_hash
) as changed_back
