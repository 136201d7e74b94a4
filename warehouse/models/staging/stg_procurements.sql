-- 政府采购合同的当前状态；一行是一份合同
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.procurements as stored
  left join raw.contested_keys as contested
    on contested.kind = 'procurements' and contested.record_key = stored._record_key
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
  contract_no,
  agency_code,
  agency_name,
  pro_code,
  item,
  method,
  try_cast(bidders as integer) as bidders,
  supplier,
  supplier_credit_code,
  try_cast(estimate as decimal(18, 2)) as estimate,
  try_cast(amount as decimal(18, 2)) as amount,
  try_cast(supplement_amount as decimal(18, 2)) as supplement_amount,
  try_cast(signed_at as date) as signed_at,
  try_cast(published_at as date) as published_at,
  try_cast(accepted_at as date) as accepted_at,
  region,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
