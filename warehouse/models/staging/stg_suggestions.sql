-- 代表建议、议案的当前状态；一行是一件建议
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.suggestions as stored
  left join raw.contested_keys as contested
    on contested.kind = 'suggestions' and contested.record_key = stored._record_key
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
  suggestion_id,
  category,
  congress_term,
  session,
  title,
  body,
  deputy_name,
  delegation,
  try_cast(co_signers as integer) as co_signers,
  try_cast(submitted_at as timestamp) as submitted_at,
  lead_unit,
  co_units,
  try_cast(assigned_at as timestamp) as assigned_at,
  try_cast(signed_at as timestamp) as signed_at,
  try_cast(due_at as timestamp) as due_at,
  try_cast(replied_at as timestamp) as replied_at,
  reply,
  result_class,
  attitude_rating,
  result_rating,
  region,
  category_1,
  status,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
