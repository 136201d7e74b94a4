-- 隔离行，新的批次在前，批内按行号
with hit as (
  select *
  from raw.quarantine
  where ($load::varchar is null or load_id = $load::varchar)
    and ($kind::varchar is null or kind = $kind::varchar)
    and ($reason::varchar is null or reason_code = $reason::varchar)
    and ($column::varchar is null or column_name = $column::varchar)
    and ($status::varchar is null or status = $status::varchar)
    and ($ids::varchar[] is null or list_contains($ids::varchar[], quarantine_id))
),
paged as (
  select *
  from hit
  order by created_at desc, load_id desc, sheet nulls first, row_number, quarantine_id
  limit $limit::bigint
  offset $offset::bigint
)
select
  paged.quarantine_id,
  paged.load_id,
  paged.kind,
  paged.source_file,
  paged.sheet,
  paged.row_number,
  paged.column_name,
  paged.reason_code,
  paged.message,
  paged.row_json,
  paged.status,
  paged.created_at,
  paged.resolved_load_id,
  decided.reason as aside_reason,
  (select count(*) from hit) as total
from paged
inner join raw.loads as loads on loads.load_id = paged.load_id
left join state.quarantine_decisions_latest as decided
  on decided.kind = paged.kind
  and decided.file_hash = loads.file_hash
  and decided.sheet = coalesce(paged.sheet, '')
  and decided.row_number = paged.row_number
  and decided.action = 'set_aside'
order by
  paged.created_at desc, paged.load_id desc, paged.sheet nulls first, paged.row_number, paged.quarantine_id
