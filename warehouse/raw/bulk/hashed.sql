-- The same with their digests, as load/key.sql makes them.
hashed as (
  select
    spread.*,
    md5(to_json(list_value({columns}))::varchar) as _row_hash,
    {business_key} as _record_key,
    md5(to_json(list_value({identity}))::varchar) as _identity_hash
  from spread
)
