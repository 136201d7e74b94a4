-- 待处理和搁置的隔离行，按批次、原因、列分组
with repaired as (
  select distinct kind, file_hash, sheet, row_number
  from state.quarantine_repairs_latest
)
select
  refused.load_id,
  refused.kind,
  refused.source_file,
  refused.reason_code,
  refused.column_name,
  count(*) filter (where refused.status = 'open') as open_rows,
  count(*) filter (where refused.status = 'open' and repaired.row_number is not null) as repaired_rows,
  count(*) filter (where refused.status = 'set_aside') as aside_rows,
  min(refused.message) as message,
  max(refused.created_at) as last_at
from raw.quarantine as refused
inner join raw.loads as loads on loads.load_id = refused.load_id
left join repaired
  on repaired.kind = refused.kind
  and repaired.file_hash = loads.file_hash
  and repaired.sheet = coalesce(refused.sheet, '')
  and repaired.row_number = refused.row_number
where refused.status in ('open', 'set_aside')
  and ($load::varchar is null or refused.load_id = $load::varchar)
  and ($kind::varchar is null or refused.kind = $kind::varchar)
group by refused.load_id, refused.kind, refused.source_file, refused.reason_code, refused.column_name
order by open_rows desc, refused.load_id desc, refused.reason_code, refused.column_name nulls first
