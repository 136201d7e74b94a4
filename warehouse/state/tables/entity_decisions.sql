-- 名称对应的人工决定；一行是一次决定，只增不改，同一写法以最后一次为准
create table if not exists state.entity_decisions (
    decision_id varchar not null, -- 编号
    type varchar not null, -- 类型：place、unit、project
    text varchar not null, -- 原文写法
    action varchar not null, -- map 对应、alias 对应并记作别名、ignore 不是名称、undo 撤销
    target varchar, -- 对应的代码
    actor varchar not null, -- 谁
    decided_at timestamp not null -- 时间（UTC）
)
