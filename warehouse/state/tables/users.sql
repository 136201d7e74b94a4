-- 账号；一行是一个本地账号（密码只存 scrypt 摘要及其参数）
create table if not exists state.users (
    user_id varchar not null, -- 账号标识
    name varchar not null, -- 登录名，唯一
    display_name varchar not null, -- 显示名
    role varchar not null, -- 角色
    password_hash varchar not null, -- scrypt$N$r$p$盐$摘要
    is_active boolean not null, -- 是否启用
    created_at timestamp not null -- 建立时间（UTC）
)
