-- Business keys of a kind known to name more than one record.
select count(*) as contested from raw.contested_keys where kind = $kind::varchar
