-- 登录
insert into
    state.sessions (session_hash, name, display_name, role, created_at, last_seen_at, expires_at)
values
    (
        $session_hash::varchar,
        $name::varchar,
        $display_name::varchar,
        $role::varchar,
        $at::timestamp,
        $at::timestamp,
        $expires_at::timestamp
    )
