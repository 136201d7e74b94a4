-- How many rows are stored as they are, and what the reader would have counted in them.
with spread as (
  select {fields} file_row_number + {header_line} + 1 as _row_number
  from read_parquet({target}, file_row_number = true)
  {joins}
  anti join bulk_left on bulk_left.line = file_row_number + {header_line} + 1
)
select count(*) as rows, coalesce(max(_row_number), 0) as last_line {counts}
from spread
