-- 按登录名取启用的账号
select
    name,
    display_name,
    role,
    password_hash
from
    state.users
where
    name = $name::varchar
    and is_active
order by
    user_id
