-- A row that several files of a source bring, refused each time, waits once; equal rows of one file are counted and wait
-- each. The one that waits: a row already settled, else one that somebody is repairing, else the earliest.
update raw.quarantine as waiting
set status = case when ranked.place = 1 then 'open' else 'repeated' end
from (
  select
    counted.*,
    row_number() over (
      partition by counted.source, counted.row_json, counted.copy
      order by
        counted.status in ('open', 'repeated'),
        not counted.is_repaired,
        counted.load_seq
    ) as place
  from (
    select
      refused.quarantine_id,
      refused.row_json,
      refused.status,
      loads.source,
      loads.load_seq,
      repairs.file_hash is not null as is_repaired,
      row_number() over (
        partition by refused.load_id, refused.row_json
        order by refused.sheet nulls first, refused.row_number
      ) as copy
    from raw.quarantine as refused
    inner join raw.loads as loads on loads.load_id = refused.load_id
    left join (
      select distinct kind, file_hash, sheet, row_number
      from state.quarantine_repairs_latest
    ) as repairs
      on repairs.kind = refused.kind
      and repairs.file_hash = loads.file_hash
      and repairs.sheet = coalesce(refused.sheet, '')
      and repairs.row_number = refused.row_number
    where refused.kind = $kind::varchar
  ) as counted
) as ranked
where ranked.quarantine_id = waiting.quarantine_id
  and waiting.status in ('open', 'repeated')
  and waiting.status <> case when ranked.place = 1 then 'open' else 'repeated' end
