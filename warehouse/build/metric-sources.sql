-- How current and how complete the sources of a metric are.
select
  coalesce(sum(rows), 0) as rows,
  max(data_to) as data_to,
  coalesce(sum(quarantined_open), 0) as quarantined_open,
  coalesce(sum(unreconciled), 0) as unreconciled
from marts.freshness
where list_contains($kinds::varchar[], kind)
