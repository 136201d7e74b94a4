insert into meta.models
select
  unnest($models::varchar[]),
  unnest($input_fingerprints::varchar[]),
  unnest($content_fingerprints::varchar[]),
  nullif(unnest($rows::varchar[]), '')::bigint,
  $built_at::timestamp
