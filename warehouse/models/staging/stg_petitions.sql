-- 群众留言的当前状态；一行是一件留言
with keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key
  from raw.petitions as stored
  left join raw.contested_keys as contested
    on contested.kind = 'petitions' and contested.record_key = stored._record_key
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
  petition_id,
  channel,
  author,
  title,
  body,
  try_cast(created_at as timestamp) as created_at,
  region,
  category_1,
  category_2,
  category_3,
  unit,
  status,
  reply,
  try_cast(replied_at as timestamp) as replied_at,
  rating,
  try_cast(likes as integer) as likes,
  try_cast(dislikes as integer) as dislikes,
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash
from ranked
where state_rank = 1
