insert into meta.audits
values ($audit::varchar, $input_fingerprint::varchar, $offenders::bigint)
