-- 新建一次性登录链接
insert into
    state.sign_in_links (token_hash, name, display_name, role, created_at, expires_at)
values
    (
        $token_hash::varchar,
        $name::varchar,
        $display_name::varchar,
        $role::varchar,
        $at::timestamp,
        $expires_at::timestamp
    )
