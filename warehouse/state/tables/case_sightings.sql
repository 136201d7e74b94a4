-- 案件疑点的复现；一行是一次预算检查里一个案件的一条疑点，只增不改
create table if not exists state.case_sightings (
    run_at timestamp not null, -- 检查完成时间（UTC）
    case_id varchar not null, -- 案件
    finding_id varchar not null, -- 疑点
    is_present boolean not null, -- 这次检查结果里有没有
    amount decimal(18, 2), -- 涉及金额（元）
    severity varchar -- 等级
)
