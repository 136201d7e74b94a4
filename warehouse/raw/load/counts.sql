-- How the incoming rows divide.
select
  (select count(*) from {table} where _load_seq = $load_seq::bigint) as accepted,
  (select count(*) from seen) as unchanged
