-- The rows of a segment as the sink gathers them, many lines of one sheet to a text: a line holds the row's number, its
-- cells as a JSON array in the order of rawColumns(kind), and what else came with it, with tabs in between; JSON text
-- holds no line break and no tab of its own. They are bound, not put into a table: what a transaction drops stays in
-- memory until it ends.
texts as (
  select nullif(unnest($sheets::varchar[]), '') as _sheet, unnest($lines::varchar[]) as _lines
),
lines as (
  select _sheet, string_split(unnest(string_split(_lines, chr(10))), chr(9)) as parts
  from texts
),
parsed as (
  select
    _sheet,
    parts[1]::bigint as _row_number,
    parts[2] as _cells,
    nullif(parts[3], '') as _extra,
    from_json(parts[2], '["VARCHAR"]') as cells
  from lines
),
spread as (
  select {cells}, _cells, _extra, _sheet, _row_number
  from parsed
)
