-- 记下对隔离行单元格的修改
insert into state.quarantine_repairs (
  repair_id, quarantine_id, load_id, kind, file_hash, sheet, row_number, header, new_text, actor, repaired_at,
  sealed_text
)
select
  -- Numbered in the order of writing: the later of two at one moment wins.
  'R' || lpad(
    cast((select count(*) from state.quarantine_repairs) + row_number() over (order by refused.quarantine_id, edits.header) as varchar), 10, '0'
  ),
  refused.quarantine_id,
  refused.load_id,
  refused.kind,
  loads.file_hash,
  coalesce(refused.sheet, ''),
  refused.row_number,
  edits.header,
  edits.text,
  $actor::varchar,
  $at::timestamp,
  edits.sealed
from (
  select unnest(from_json($edits::varchar, '[{"id":"VARCHAR","header":"VARCHAR","text":"VARCHAR","sealed":"VARCHAR"}]'), recursive := true)
) as edits
inner join raw.quarantine as refused on refused.quarantine_id = edits.id
inner join raw.loads as loads on loads.load_id = refused.load_id
where refused.status = 'open'
