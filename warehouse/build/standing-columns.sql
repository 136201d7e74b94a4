-- Columns of every table that stands, by the name its file declares: the state database has no schemas of its own.
select
  case schema_name when 'main' then database_name else schema_name end || '.' || table_name as table_name,
  column_name
from duckdb_columns()
