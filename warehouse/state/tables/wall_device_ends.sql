-- 撤销的大屏配对；一行是一次撤销，只增不改
create table if not exists state.wall_device_ends (
    device_id varchar not null, -- 配对编号
    ended_at timestamp not null, -- 撤销时间（UTC）
    ended_by varchar not null -- 撤销人
)
