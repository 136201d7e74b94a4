-- 预算规则阈值的修改；一行是提出、批准、不批准或撤回一次，只增不改
create table if not exists state.threshold_events (
    event_id varchar not null, -- 编号
    change_id varchar not null, -- 哪一次修改
    kind varchar not null, -- proposed 提出、approved 批准、declined 不批准、withdrawn 撤回
    rule varchar not null, -- 规则
    threshold varchar not null, -- 阈值
    value_now double, -- 提出时的值；只在提出时有
    value_proposed double, -- 提出的值；只在提出时有
    effective_on date, -- 自哪一天起；只在提出时有
    reason varchar not null, -- 理由
    trial varchar, -- 提出时的试算结果（JSON）；只在提出时有
    actor varchar not null, -- 谁
    actor_name varchar not null, -- 显示名
    role varchar not null, -- 角色
    "at" timestamp not null, -- 时间（UTC）
    request_id varchar not null -- 请求编号；同一请求重复提交只记一次
)
