-- 几条隔离行上现行的修改
select refused.quarantine_id, repairs.header, repairs.new_text, repairs.actor, repairs.repaired_at
from raw.quarantine as refused
inner join raw.loads as loads on loads.load_id = refused.load_id
inner join state.quarantine_repairs_latest as repairs
  on repairs.kind = refused.kind
  and repairs.file_hash = loads.file_hash
  and repairs.sheet = coalesce(refused.sheet, '')
  and repairs.row_number = refused.row_number
where list_contains($ids::varchar[], refused.quarantine_id)
order by refused.quarantine_id, repairs.header
