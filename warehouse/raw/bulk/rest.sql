-- The next rows for the reader.
select *
from bulk_left
where line > $after::bigint
order by line
limit $limit::bigint
