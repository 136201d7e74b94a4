-- The next rows of one file as the sink appends them: _cells is a JSON array in the order of rawColumns(kind).
create temp table incoming (
  _cells varchar,
  _extra varchar,
  _sheet varchar,
  _row_number bigint,
  _business_key varchar
)
