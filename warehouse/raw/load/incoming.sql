-- The next rows of one file as the sink appends them: many lines of one sheet to a cell. A line holds the row's number,
-- its cells as a JSON array in the order of rawColumns(kind), and what else came with it, with tabs in between; JSON
-- text holds no line break and no tab of its own.
create temp table incoming (
  _sheet varchar,
  _lines varchar
)
