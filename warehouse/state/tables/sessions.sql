-- 会话；一行是一次登录，只存会话令牌的 SHA-256
create table if not exists state.sessions (
    session_hash varchar not null, -- 会话令牌摘要
    name varchar not null, -- 登录名
    display_name varchar not null, -- 显示名
    role varchar not null, -- 角色
    created_at timestamp not null, -- 登录时间（UTC）
    last_seen_at timestamp not null, -- 最近活动（UTC，精确到分钟）
    expires_at timestamp not null, -- 最晚失效时间（UTC）
    ended_at timestamp -- 退出时间（UTC）
)
