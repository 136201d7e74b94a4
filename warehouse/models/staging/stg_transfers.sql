-- 转移支付；一行是一次下达
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.transfers as stored
  left join raw.contested_keys as contested
    on contested.kind = 'transfers' and contested.record_key = stored._record_key
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
  doc_no,
  from_div,
  to_div,
  kind,
  try_cast(amount as decimal(18, 2)) as amount,
  try_cast(received_at as date) as received_at,
  try_cast(issued_at as date) as issued_at,
  try_cast(fiscal_year as integer) as fiscal_year,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
