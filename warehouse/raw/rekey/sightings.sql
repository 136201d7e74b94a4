update raw.sightings
set record_key = rekeyed.new_key
from rekeyed
where kind = $kind::varchar and sightings.record_key = rekeyed.record_key
