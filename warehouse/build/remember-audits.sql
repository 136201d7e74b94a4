insert into meta.audits
select
  unnest($audits::varchar[]),
  unnest($input_fingerprints::varchar[]),
  unnest($offenders::varchar[])::bigint
