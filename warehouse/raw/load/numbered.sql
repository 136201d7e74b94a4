-- The same with their digests and keys, where every row has a business key.
named as (
  select
    spread.*,
    md5(_cells) as _row_hash,
    {identity_hash} as _identity_hash,
    {business_key} as _record_key
  from spread
)
