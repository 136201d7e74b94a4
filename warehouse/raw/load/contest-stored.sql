-- Business keys under which the warehouse already holds something else: nothing that tells records apart agrees. Offices
-- number independently, so one number can mean different records in different files; neither may replace the other.
insert into raw.contested_keys
select distinct $kind::varchar, keyed._record_key
from {table} as keyed
inner join {table} as stored on stored._record_key = keyed._record_key
where keyed._load_seq = $load_seq::bigint
  and not starts_with(keyed._record_key, 'h:' || coalesce(keyed._identity_hash, keyed._row_hash) || '#')
  and stored._load_seq <> $load_seq::bigint
  and list_count(list_value({keyed_distinguishing})) = len(list_value({keyed_distinguishing}))
  and list_count(list_value({stored_distinguishing})) = len(list_value({stored_distinguishing}))
  and not list_has_any(list_value({keyed_distinguishing}), list_value({stored_distinguishing}))
  and not exists (
    select 1
    from raw.contested_keys as known
    where known.kind = $kind::varchar and known.record_key = keyed._record_key
  )
