-- Sightings that became stored rows, and those of the leaving load.
delete from raw.sightings as sightings
where sightings.kind = $kind::varchar
  and (
    sightings.load_id = $load_id::varchar
    or exists (
      select 1
      from heirs
      where heirs.record_key = sightings.record_key
        and heirs.row_hash = sightings.row_hash
        and heirs.load_id = sightings.load_id
    )
  )
