-- 全部案件（或一个案件）的办理记录，按案件和次序
select
    event_id,
    case_id,
    version,
    kind,
    actor,
    actor_name,
    role,
    "at",
    note,
    data,
    request_id,
    number_year,
    number_seq
from
    state.case_events
where
    $case_id::varchar is null
    or case_id = $case_id::varchar
order by
    case_id,
    version
