-- 记下最近活动
update state.sessions
set
    last_seen_at = $at::timestamp
where
    session_hash = $session_hash::varchar
