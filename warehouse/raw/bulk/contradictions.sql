-- Texts that must not stand together in one row.
create temp table bulk_contradictions (
  list bigint,
  texts varchar
)
