-- 函件文本；一行是一份函件的一稿，此后不变
create table if not exists state.case_letter_texts (
    text_id varchar not null, -- 编号
    letter_id varchar not null, -- 函件
    case_id varchar not null, -- 案件
    evidence_id varchar not null, -- 所据证据
    written_at timestamp not null, -- 时间（UTC）
    author varchar not null, -- 谁写的
    sections varchar not null, -- 各部分文字（JSON）
    office varchar not null -- 发文机关设置（JSON），签发后不随设置改变
)
