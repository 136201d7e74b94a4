-- A delimited text as it came, row by row in its order; the parser takes nothing that is not RFC 4180.
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
    columns = {types}
  )
) to {target} (format parquet, compression uncompressed)
