-- 退出
update state.sessions
set
    ended_at = $at::timestamp
where
    session_hash = $session_hash::varchar
    and ended_at is null
