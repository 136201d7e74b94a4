-- All rows of one file by hash and key, without their cells; filled segment by segment. What came with a row is kept
-- where the row was seen before, for its sighting.
create temp table keyed (
  _sheet varchar,
  _row_number bigint,
  _extra varchar,
  _business_key varchar,
  _row_hash varchar,
  _identity_hash varchar,
  _record_key varchar,
  is_new boolean
)
