-- 大屏节目单；一行是一次保存，只增不改，最近一次有效
create table if not exists state.wall_scripts (
    script_id varchar not null, -- 编号
    wall_id varchar not null, -- 大屏；all 为各屏共用
    saved_ms bigint not null, -- 保存时间（UTC，自 1970 年起的毫秒）
    detail varchar not null, -- 节目单（JSON）
    actor varchar not null -- 谁
)
