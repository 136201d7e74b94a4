-- 已发布的载入，按类别、来源、载入日期或数据日期挑选，旧的在前
with dated as (
  select load_id, created_date as day from marts.voices
  union all
  select load_id, doc_date from marts.budget_lines
  union all
  select load_id, pay_date from marts.payments
  union all
  select load_id, adj_date from marts.budget_adjustments
  union all
  select load_id, coalesce(signed_at, published_at) from marts.procurements
  union all
  select load_id, coalesce(issued_at, received_at) from marts.transfers
  union all
  select load_id, held_on from marts.proceedings
  union all
  select load_id, reported_at from marts.livelihood_projects
  union all
  select load_id, opened_at from marts.bids
  union all
  select load_id, coalesce(published_at, approved_at) from marts.disclosures
  union all
  select load_id, as_of from marts.receivables
  union all
  select load_id, as_of from marts.investments
  union all
  select load_id, month_end from marts.treasury_months
  union all
  select load_id, as_of from marts.debts
  union all
  select load_id, as_of from marts.expenditures
  union all
  select load_id, as_of from marts.revenues
),
spans as (
  select load_id, min(day) as data_from, max(day) as data_to
  from dated
  group by load_id
)
select
  loads.load_id,
  loads.kind,
  loads.source,
  loads.file_name,
  loads.rows_read,
  loads.started_at,
  spans.data_from,
  spans.data_to
from raw.loads as loads
left join spans on spans.load_id = loads.load_id
where loads.status = 'published'
  and loads.replay_of is null
  and ($kind::varchar is null or loads.kind = $kind::varchar)
  and ($source::varchar is null or loads.source = $source::varchar)
  and ($loaded_from::date is null or cast(loads.started_at + interval 8 hour as date) >= $loaded_from::date)
  and ($loaded_to::date is null or cast(loads.started_at + interval 8 hour as date) <= $loaded_to::date)
  and ($data_from::date is null or spans.data_to >= $data_from::date)
  and ($data_to::date is null or spans.data_from <= $data_to::date)
order by loads.load_seq, loads.load_id
