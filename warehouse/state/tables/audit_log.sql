-- 审计；一行是一次登录、上传、查看原文或下载，只增不改
create table if not exists state.audit_log (
    audit_id varchar not null, -- 编号
    "at" timestamp not null, -- 时间（UTC）
    actor varchar not null, -- 谁
    role varchar, -- 角色
    action varchar not null, -- 做了什么
    object varchar, -- 对哪条记录或哪个文件
    outcome varchar not null, -- ok 成功、refused 拒绝
    reason varchar -- 事由或拒绝原因
)
