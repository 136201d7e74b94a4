update state.risk_handling
set voice_id = $kind::varchar || ':' || rekeyed.new_key
from temp.rekeyed as rekeyed
where voice_id = $kind::varchar || ':' || rekeyed.record_key
