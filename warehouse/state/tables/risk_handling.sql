-- 紧急与风险的处置；一行是一次处置，只增不改，最近一行为准
create table if not exists state.risk_handling (
    handling_id varchar not null, -- 编号
    voice_id varchar not null, -- 民意编号
    status varchar not null, -- 待处理、已阅、已转办、误报
    note varchar, -- 说明
    actor varchar not null, -- 谁
    role varchar not null, -- 角色
    "at" timestamp not null -- 时间（UTC）
)
