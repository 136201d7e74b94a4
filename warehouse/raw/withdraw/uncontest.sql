-- Judged again by contest-lineage.sql.
delete from raw.contested_keys
where kind = $kind::varchar and record_key in (select record_key from recontested)
