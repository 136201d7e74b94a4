-- A file that is in already tells of another moment: what it brought was true then, too.
insert into raw.repeats (load_id, observed_at)
values ($load_id::varchar, $observed_at::timestamp)
