-- Texts that were masked in the incoming rows.
create temp table incoming_sealed (
  sheet varchar,
  row_number bigint,
  column_name varchar,
  original varchar
)
