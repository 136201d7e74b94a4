-- A sum of row hashes is the same whatever the order of the rows; the sum of 64-bit hashes fits a hugeint.
select count(*) as rows, coalesce(sum(hash(content)::hugeint), 0)::varchar as hashes
from {table} as content
