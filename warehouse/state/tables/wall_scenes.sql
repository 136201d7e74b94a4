-- 自编场景；一行是一个版本，只增不改，最近一版有效
create table if not exists state.wall_scenes (
    scene_id varchar not null, -- 场景
    version integer not null, -- 版本，从 1 起不间断
    state varchar not null, -- saved 在用、removed 停用
    saved_at timestamp not null, -- 保存时间（UTC）
    detail varchar not null, -- 场景（JSON）
    actor varchar not null -- 谁
)
