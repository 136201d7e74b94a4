-- 按令牌摘要取未退出的会话
select
    name,
    display_name,
    role,
    last_seen_at,
    expires_at
from
    state.sessions
where
    session_hash = $session_hash::varchar
    and ended_at is null
order by
    session_hash
