insert into meta.publishes
values ($version::bigint, $published_at::timestamp, $tables::varchar)
