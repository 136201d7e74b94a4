-- 一次性登录链接；一行是一个链接，只存令牌的 SHA-256
create table if not exists state.sign_in_links (
    token_hash varchar not null, -- 令牌摘要
    name varchar not null, -- 登录后的名字
    display_name varchar not null, -- 显示名
    role varchar not null, -- 角色
    created_at timestamp not null, -- 生成时间（UTC）
    expires_at timestamp not null, -- 失效时间（UTC）
    used_at timestamp, -- 使用时间（UTC）
    used_by varchar -- 使用它的那一次请求
)
