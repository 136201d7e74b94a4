-- Rows of one file whose states the warehouse has already, without their cells; filled segment by segment. What else
-- came with a row is kept for its sighting.
create temp table seen (
  _sheet varchar,
  _row_number bigint,
  _extra varchar,
  _row_hash varchar,
  _identity_hash varchar,
  _record_key varchar
)
