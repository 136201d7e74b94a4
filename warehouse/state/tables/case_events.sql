-- 案件办理记录；一行是一个案件的一次办理动作，只增不改，案件状态由此推出
create table if not exists state.case_events (
    event_id varchar not null, -- 编号
    case_id varchar not null, -- 案件
    version integer not null, -- 案件内次序，从 1 起不间断
    kind varchar not null, -- 动作
    actor varchar not null, -- 谁
    actor_name varchar not null, -- 显示名
    role varchar not null, -- 角色
    "at" timestamp not null, -- 时间（UTC）
    note varchar not null, -- 说明或理由
    data varchar not null, -- 动作内容（JSON）
    request_id varchar, -- 请求编号；同一请求重复提交只记一次
    finding_id varchar, -- 涉及的疑点
    rule varchar, -- 立案疑点的规则
    outcome varchar, -- 认定结果：confirmed 属实、explained 已说明、false-alarm 误报
    number_year integer, -- 编号年份（立案为案号，签发为发文字号）
    number_seq integer -- 该年序号，从 1 起不间断
)
