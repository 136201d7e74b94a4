-- 把一组隔离行里同一列的同一文本改成另一文本
insert into state.quarantine_repairs (
  repair_id, quarantine_id, load_id, kind, file_hash, sheet, row_number, header, new_text, actor, repaired_at,
  sealed_text
)
select
  -- Numbered in the order of writing: the later of two at one moment wins.
  'R' || lpad(
    cast((select count(*) from state.quarantine_repairs) + row_number() over (order by refused.quarantine_id) as varchar), 10, '0'
  ),
  refused.quarantine_id,
  refused.load_id,
  refused.kind,
  loads.file_hash,
  coalesce(refused.sheet, ''),
  refused.row_number,
  $header::varchar,
  $new_text::varchar,
  $actor::varchar,
  $at::timestamp,
  $sealed_text::varchar
from raw.quarantine as refused
inner join raw.loads as loads on loads.load_id = refused.load_id
left join state.quarantine_repairs_latest as repaired
  on repaired.kind = refused.kind
  and repaired.file_hash = loads.file_hash
  and repaired.sheet = coalesce(refused.sheet, '')
  and repaired.row_number = refused.row_number
  and repaired.header = $header::varchar
where refused.status = 'open'
  and refused.load_id = $load::varchar
  and refused.reason_code = $reason::varchar
  and refused.column_name is not distinct from $column::varchar
  -- A JSON pointer: in it "~" and "/" of a header are written ~0 and ~1.
  and coalesce(
    repaired.new_text,
    json_extract_string(refused.row_json, '/' || replace(replace($header::varchar, '~', '~0'), '/', '~1')),
    ''
  ) = $old_text::varchar
