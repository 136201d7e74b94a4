-- Rows of the next load that brought a state the leaving load has stored: the state lives on under their name.
create temp table heirs as
select sightings.record_key, sightings.row_hash, sightings.load_id, sightings.load_seq, sightings.observed_at,
  sightings.source_file, sightings.sheet, sightings.row_number, sightings.extra
from raw.sightings as sightings
inner join (
  select sightings.record_key, sightings.row_hash, min(sightings.load_seq) as load_seq
  from raw.sightings as sightings
  inner join (
    select distinct _record_key as record_key, _row_hash as row_hash
    from {table}
    where _load_id = $load_id::varchar
  ) as leaving
    on leaving.record_key = sightings.record_key and leaving.row_hash = sightings.row_hash
  where sightings.kind = $kind::varchar and sightings.load_id <> $load_id::varchar
  group by sightings.record_key, sightings.row_hash
) as following
  on following.record_key = sightings.record_key
  and following.row_hash = sightings.row_hash
  and following.load_seq = sightings.load_seq
where sightings.kind = $kind::varchar
