-- Does a record carry a key made of its whole row, its state included?
select exists (
  select 1
  from {table}
  where _identity_hash is not null and starts_with(_record_key, 'h:' || _row_hash || '#')
) as is_outdated
