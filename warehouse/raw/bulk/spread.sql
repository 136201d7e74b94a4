-- The rows that are stored as they are, by the kind's columns.
spread as (
  select {fields}, {extra} as _extra, file_row_number + {header_line} + 1 as _row_number
  from read_parquet({target}, file_row_number = true)
  {joins}
  anti join bulk_left on bulk_left.line = file_row_number + {header_line} + 1
)
