-- Later loads have seen those states again.
insert into raw.sightings (
  kind, record_key, row_hash, observed_at, load_id, load_seq, source_file, sheet, row_number, extra
)
select
  $kind::varchar, stored._record_key, stored._row_hash, stored._observed_at, stored._load_id, stored._load_seq,
  stored._source_file, stored._sheet, stored._row_number, stored._extra
from {table} as stored
inner join demoted on demoted.record_key = stored._record_key and demoted.row_hash = stored._row_hash
where stored._load_seq > $load_seq::bigint
order by stored._load_seq, stored._sheet nulls first, stored._row_number
