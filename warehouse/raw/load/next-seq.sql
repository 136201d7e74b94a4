-- The next load's number.
select coalesce(max(load_seq), 0) + 1 as load_seq from raw.loads
