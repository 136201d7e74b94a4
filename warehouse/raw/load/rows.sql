-- The rows of a segment as the sink writes them, a line each: the place of the row's sheet in $sheets (0: the file has
-- none), the row's number, its cells as a JSON array in the order of rawColumns(kind), and what else came with it, with
-- tabs in between; JSON text holds no line break and no tab of its own. One thread reads it: a whole row group from one
-- thread is packed at once, parts of it from several stay in memory until the commit (measured with 1.5.6).
spread as (
  select {cells}, _cells, _extra, _sheet, _row_number
  from (
    select
      ($sheets::varchar[])[sheet] as _sheet,
      row_number as _row_number,
      cells as _cells,
      extra as _extra,
      from_json(cells, '["VARCHAR"]') as cells
    from read_csv(
      $segment::varchar,
      auto_detect = false,
      header = false,
      delim = '\t',
      quote = '',
      escape = '',
      max_line_size = {longest_line},
      buffer_size = {buffer},
      parallel = false,
      columns = {sheet: 'BIGINT', row_number: 'BIGINT', cells: 'VARCHAR', extra: 'VARCHAR'}
    )
  )
)
