-- Every stored state of a record, newest first, as JSON beside its load.
select
  stored._load_id as load_id,
  loads.source,
  stored._source_file as source_file,
  loads.file_hash,
  stored._sheet as sheet,
  stored._row_number as row_number,
  stored._row_hash as row_hash,
  loads.finished_at as loaded_at,
  loads.actor,
  stored._extra as extra,
  to_json(stored)::varchar as stored_row
from {table} as stored
inner join raw.loads as loads on loads.load_id = stored._load_id
where stored._record_key = $record_key::varchar
  and ($identity::varchar is null or left(stored._identity_hash, 8) = $identity::varchar)
order by stored._observed_at desc, stored._load_seq desc, stored._row_number desc, stored._sheet, stored._row_hash
