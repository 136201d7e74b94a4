-- 案件证据；一行是立案、并入或变化时一条疑点的全文与来源行，此后不变
create table if not exists state.case_evidence (
    evidence_id varchar not null, -- 编号
    case_id varchar not null, -- 案件
    finding_id varchar not null, -- 疑点
    taken_at timestamp not null, -- 取证时间（UTC）
    finding varchar not null, -- 疑点全文（JSON）
    source_rows varchar not null -- 来源行（JSON 数组）
)
