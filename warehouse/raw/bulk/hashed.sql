-- The same with their digests, as load/key.sql makes them.
hashed as (
  select
    spread.*,
    md5({row_text}) as _row_hash,
    {business_key} as _record_key,
    {identity_digest} as _identity_hash
  from spread
)
