-- 大屏遥控；一行是对一块屏的一个指令，只增不改
create table if not exists state.wall_commands (
    command_id varchar not null, -- 编号
    wall_id varchar not null, -- 大屏
    given_ms bigint not null, -- 时间（UTC，自 1970 年起的毫秒，同一块屏内不重复）
    type varchar not null, -- 指令
    detail varchar not null, -- 指令内容（JSON）
    actor varchar not null -- 谁
)
