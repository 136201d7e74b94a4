-- 已配对的大屏；一行是一次配对，只增不改，只存密钥的 SHA-256
create table if not exists state.wall_devices (
    device_id varchar not null, -- 编号
    wall_id varchar not null, -- 大屏；重新配对后编号不变
    name varchar not null, -- 名称
    place varchar not null, -- 位置
    template varchar not null, -- 画面比例
    viewing varchar not null, -- 观看距离
    seams varchar not null, -- 拼缝（JSON）
    key_hash varchar not null, -- 密钥摘要
    addresses varchar not null, -- 允许的地址或网段
    paired_at timestamp not null, -- 配对时间（UTC）
    paired_by varchar not null, -- 配对人
    expires_at timestamp not null -- 失效时间（UTC）
)
