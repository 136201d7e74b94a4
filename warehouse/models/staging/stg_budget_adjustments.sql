-- 指标调整；一行是一次调整
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.budget_adjustments as stored
  left join raw.contested_keys as contested
    on contested.kind = 'budget_adjustments' and contested.record_key = stored._record_key
),
ranked as (
  select
    keyed.*,
    row_number() over (
      partition by record_key
      order by _observed_at desc, _load_seq desc, _row_number desc, _sheet desc, _row_hash
    ) as state_rank
  from keyed
)
select
  adj_id,
  bgt_id,
  try_cast(adj_date as date) as adj_date,
  try_cast(add_amount as decimal(18, 2)) as add_amount,
  try_cast(dis_amount as decimal(18, 2)) as dis_amount,
  doc_no,
  approved_by,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
