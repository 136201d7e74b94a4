-- 预算指标的当前状态；一行是一条指标
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.budget_lines as stored
  left join raw.contested_keys as contested
    on contested.kind = 'budget_lines' and contested.record_key = stored._record_key
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
  bgt_id,
  try_cast(fiscal_year as integer) as fiscal_year,
  mof_div_code,
  agency_code,
  agency_name,
  pro_code,
  project_name,
  exp_func_code,
  dep_bgt_eco_code,
  gov_bgt_eco_code,
  fund_type_code,
  account,
  source_type_code,
  try_cast(amount as decimal(18, 2)) as amount,
  try_cast(dis_amt as decimal(18, 2)) as dis_amt,
  try_cast(add_amt as decimal(18, 2)) as add_amt,
  doc_no,
  try_cast(doc_date as date) as doc_date,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
