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
-- A file that arrived again, with the moments it told of then.
repeated as (
  select
    load_id,
    min(observed_at) as first_at,
    max(observed_at) filter (where observed_at <= bound.moment) as last_at
  from raw.repeats
  cross join bound
  group by load_id
),
sighted as (
  select
    sightings.*,
    least(observed_at, repeated.first_at) as first_at,
    greatest(case when observed_at <= bound.moment then observed_at end, repeated.last_at) as last_at
  from raw.sightings as sightings
  left join repeated on repeated.load_id = sightings.load_id
  cross join bound
  where kind = {kind_text}
),
seen_again as (
  select
    record_key,
    row_hash,
    min(first_at) as first_at,
    max(last_at) as last_at,
    arg_max({'load_id': load_id, 'sheet': sheet}, (last_at, load_seq)) filter (where last_at is not null) as last_in
  from sighted
  group by record_key, row_hash
),
-- Kept aside, the keys of a million rows would be held in memory beside a load that is not committed yet.
keys as not materialized (
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
    stored._load_id,
    stored._load_seq,
    stored._sheet,
    stored._row_number,
    {reported} as reported
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
      seen_again.last_at,
      repeated.last_at
    ) as seen_at,
    -- The table that showed the state last.
    case
      when
        seen_again.last_at >= coalesce(
          greatest(case when keys._observed_at <= bound.moment then keys._observed_at end, repeated.last_at),
          timestamp '0001-01-01 00:00:00'
        )
        then seen_again.last_in
      else {'load_id': keys._load_id, 'sheet': keys._sheet}
    end as last_in,
    least(keys._observed_at, seen_again.first_at, repeated.first_at) as first_seen_at
  from keys
  inner join changed on changed.record_key = keys.record_key
  cross join bound
  left join seen_again
    on seen_again.record_key = keys._record_key and seen_again.row_hash = keys._row_hash
  left join repeated on repeated.load_id = keys._load_id
),
states as (
  select
    seen.*,
    row_number() over (
      partition by record_key
      order by
        case when seen_at is not null then reported end desc nulls last,
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
-- A file without a column says nothing of it: what was known before stands.
shown as (
  select states.*, layouts.fields
  from states
  left join raw.layouts as layouts
    on layouts.load_id = states.last_in.load_id and layouts.sheet is not distinct from states.last_in.sheet
  where states.seen_at is not null or states.state_rank = 1
),
uneven as (
  select record_key
  from shown
  group by record_key
  having count(distinct coalesce(fields, [])) > 1
),
filled as (
  select
    {columns_shown},
    shown.record_key,
    arg_min(stored._load_id, shown.state_rank) as _load_id,
    arg_min(stored._source_file, shown.state_rank) as _source_file,
    arg_min_null(stored._sheet, shown.state_rank) as _sheet,
    arg_min(stored._row_number, shown.state_rank) as _row_number,
    arg_min(stored._row_hash, shown.state_rank) as _row_hash
  from shown
  inner join uneven on uneven.record_key = shown.record_key
  inner join (
    select *
    from {table}
    where _record_key in (select kept._record_key from shown as kept semi join uneven on uneven.record_key = kept.record_key)
  ) as stored
    on stored._load_seq = shown._load_seq
    and stored._row_number = shown._row_number
    and stored._sheet is not distinct from shown._sheet
  group by shown.record_key
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
  select
    {columns},
    named.record_key,
    named._load_id,
    named._source_file,
    named._sheet,
    named._row_number,
    named._row_hash
  from named
  left join changed on changed.record_key = named.record_key
  left join states
    on states.state_rank = 1
    and states.record_key = named.record_key
    and states._load_seq = named._load_seq
    and states._row_number = named._row_number
    and states._sheet is not distinct from named._sheet
  anti join uneven on uneven.record_key = named.record_key
  where changed.record_key is null or states.record_key is not null
  union all
  select *
  from filled
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
