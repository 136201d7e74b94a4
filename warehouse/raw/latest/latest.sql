-- 每类记录最近一次见到的状态（模板，每类一个视图）；一行是一条记录
-- The state in which each record was last seen, as of raw.as_of when that holds a moment. The order of loading plays no
-- part: files of the same moment are told apart by name, then by row.
with bound as (
  select coalesce(max(moment), timestamp '9999-01-01 00:00:00') as moment from raw.as_of
),
seen_again as (
  select sightings.record_key, sightings.row_hash, max(sightings.observed_at) as observed_at
  from raw.sightings as sightings
  cross join bound
  where sightings.kind = '{kind}' and sightings.observed_at <= bound.moment
  group by sightings.record_key, sightings.row_hash
),
keyed as (
  select
    stored.*,
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(stored._identity_hash, 8)
    end as record_key,
    case
      when stored._observed_at > bound.moment then seen_again.observed_at
      when seen_again.observed_at > stored._observed_at then seen_again.observed_at
      else stored._observed_at
    end as seen_at
  from raw.{kind} as stored
  cross join bound
  left join raw.contested_keys as contested
    on contested.kind = '{kind}' and contested.record_key = stored._record_key
  left join seen_again
    on seen_again.record_key = stored._record_key and seen_again.row_hash = stored._row_hash
),
ranked as (
  select
    keyed.*,
    row_number() over (
      partition by record_key
      order by seen_at desc, _source_file desc, _load_seq desc, _row_number desc, _sheet desc, _row_hash
    ) as state_rank
  from keyed
  where seen_at is not null
)
select
  {columns},
  record_key,
  _load_id as load_id,
  _source_file as source_file,
  _sheet as sheet,
  _row_number as row_number,
  _row_hash as row_hash,
  seen_at
from ranked
where state_rank = 1
