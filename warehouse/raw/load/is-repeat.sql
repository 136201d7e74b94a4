-- Does a file that is in already tell of a moment that is not known yet?
select loads.observed_at <> $observed_at::timestamp
  and not exists (
    select 1
    from raw.repeats as repeats
    where repeats.load_id = $load_id::varchar and repeats.observed_at = $observed_at::timestamp
  ) as is_repeat
from raw.loads as loads
where loads.load_id = $load_id::varchar
