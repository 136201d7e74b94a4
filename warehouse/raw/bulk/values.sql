-- What the reader made of texts outside their column's form.
create temp table bulk_values (
  place bigint,
  text varchar,
  value varchar,
  kept bigint
)
