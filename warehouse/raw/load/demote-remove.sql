-- The rows themselves are stored once, under the earlier load.
delete from {table} as stored
where stored._load_seq > $load_seq::bigint
  and exists (
    select 1
    from demoted
    where demoted.record_key = stored._record_key and demoted.row_hash = stored._row_hash
  )
