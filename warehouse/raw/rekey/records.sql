update {table}
set _record_key = rekeyed.new_key
from rekeyed
where _record_key = rekeyed.record_key
