update raw.sealed_texts
set record_key = rekeyed.new_key
from rekeyed
where kind = $kind::varchar and sealed_texts.record_key = rekeyed.record_key
