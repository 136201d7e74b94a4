-- The load's own rows.
delete from {table} where _load_id = $load_id::varchar
