-- A delimited text as it came, row by row in its order; the parser takes nothing that is not RFC 4180, and no line in
-- which a cell could hold more characters than the row reader takes.
copy (
  select {texts}
  from read_csv(
    {source},
    auto_detect = false,
    header = false,
    skip = {header_line},
    delim = {delimiter},
    quote = '"',
    escape = '"',
    null_padding = true,
    strict_mode = true,
    max_line_size = {line_bytes},
    buffer_size = 32000000,
    columns = {types}
  )
) to {target} (format parquet, compression uncompressed)
