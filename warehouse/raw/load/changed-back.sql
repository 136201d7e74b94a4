-- Does the load show again a state that another state of its record may have replaced?
select exists (
  select 1
  from seen
  inner join {table} as stored on stored._record_key = seen._record_key
  where stored._row_hash <> seen._row_hash
) as changed_back
