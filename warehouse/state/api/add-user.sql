-- 新建账号
insert into
    state.users (user_id, name, display_name, role, password_hash, is_active, created_at)
values
    (
        $user_id::varchar,
        $name::varchar,
        $display_name::varchar,
        $role::varchar,
        $password_hash::varchar,
        true,
        $at::timestamp
    )
