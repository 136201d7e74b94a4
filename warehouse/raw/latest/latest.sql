-- 每类记录最近一次见到的状态（模板，每类一个视图）；一行是一条记录
-- The state in which each record was last seen, or as it stood at raw.as_of when that holds a moment: the last state
-- seen by then, else the first one ever seen, without what its own dates place later. The order of loading plays no
-- part: files of the same moment are told apart by name, then by row. Nearly every record has one state only; the others
-- alone are ranked, and without their cells.
with bound as (
  select
    coalesce(max(moment), timestamp '9999-01-01 00:00:00') as moment,
    coalesce(strftime(max(moment), '%Y-%m-%dT%H:%M:%SZ'), '9999') as moment_text
  from raw.as_of
),
seen_again as (
  select
    record_key,
    row_hash,
    min(observed_at) as first_at,
    max(observed_at) filter (where observed_at <= bound.moment) as last_at
  from raw.sightings
  cross join bound
  where kind = {kind_text}
  group by record_key, row_hash
),
keys as (
  select
    -- A business number that names different records in one file is completed by what tells them apart.
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(coalesce(stored._identity_hash, stored._row_hash), 8)
    end as record_key,
    stored._record_key,
    stored._row_hash,
    stored._observed_at,
    stored._source_file,
    stored._load_seq,
    stored._sheet,
    stored._row_number
  from {table} as stored
  left join raw.contested_keys as contested
    on contested.kind = {kind_text} and contested.record_key = stored._record_key
),
changed as (
  select record_key
  from keys
  group by record_key
  having count(*) > 1
),
seen as (
  select
    keys.*,
    greatest(
      case when keys._observed_at <= bound.moment then keys._observed_at end,
      seen_again.last_at
    ) as seen_at,
    least(keys._observed_at, seen_again.first_at) as first_seen_at
  from keys
  inner join changed on changed.record_key = keys.record_key
  cross join bound
  left join seen_again
    on seen_again.record_key = keys._record_key and seen_again.row_hash = keys._row_hash
),
states as (
  select
    seen.*,
    row_number() over (
      partition by record_key
      order by
        seen_at desc nulls last,
        case when seen_at is null then first_seen_at end nulls last,
        _source_file desc,
        _load_seq desc,
        _row_number desc,
        _sheet desc,
        _row_hash
    ) as state_rank
  from seen
),
named as (
  select
    stored.*,
    case
      when contested.record_key is null then stored._record_key
      else stored._record_key || '~' || left(coalesce(stored._identity_hash, stored._row_hash), 8)
    end as record_key
  from {table} as stored
  left join raw.contested_keys as contested
    on contested.kind = {kind_text} and contested.record_key = stored._record_key
),
ranked as (
  select named.*
  from named
  left join changed on changed.record_key = named.record_key
  left join states
    on states.state_rank = 1
    and states.record_key = named.record_key
    and states._load_seq = named._load_seq
    and states._row_number = named._row_number
    and states._sheet is not distinct from named._sheet
  where changed.record_key is null or states.record_key is not null
)
select
  {columns_as_of},
  ranked.record_key,
  ranked._load_id as load_id,
  ranked._source_file as source_file,
  ranked._sheet as sheet,
  ranked._row_number as row_number,
  ranked._row_hash as row_hash
from ranked
cross join bound
where {born_as_of}
