-- 一件的处置经过，最近的在前
select
    status,
    note,
    actor,
    role,
    "at" as handled_at
from
    state.risk_handling
where
    voice_id = $voice_id::varchar
order by
    "at" desc,
    handling_id desc
