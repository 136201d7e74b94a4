-- 会议快照；一行是一次冻结：某一天的各项指标，只增不改
create table if not exists state.snapshots (
    snapshot_id varchar not null, -- 编号
    name varchar not null, -- 会议名称或用途
    as_of date not null, -- 哪一天
    figures varchar not null, -- 各项指标的值（JSON）
    actor varchar not null, -- 谁
    taken_at timestamp not null -- 时间（UTC）
)
