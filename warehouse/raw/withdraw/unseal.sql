-- Originals of the leaving load; those of earlier versions, which name no load, where nothing is left of their row.
delete from raw.sealed_texts as sealed
where sealed.kind = $kind::varchar
  and (
    sealed.load_id = $load_id::varchar
    or (
      sealed.load_id is null
      and exists (
        select 1
        from leaving_keys
        where leaving_keys.record_key = sealed.record_key and leaving_keys.row_hash = sealed.row_hash
      )
      and not exists (
        select 1
        from heirs
        where heirs.record_key = sealed.record_key and heirs.row_hash = sealed.row_hash
      )
    )
  )
