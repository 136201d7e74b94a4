-- Rows of one file as the sink appends them. Text columns follow the order of rawColumns(kind).
create temp table incoming as
select
  {columns},
  _extra,
  _sheet,
  _row_number,
  null::varchar as _business_key
from {table}
limit 0
