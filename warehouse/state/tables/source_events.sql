-- 数据来源的运行台账；一行是一件事，只增不改
create table if not exists state.source_events (
    event_id varchar not null, -- 编号
    source varchar not null, -- 来源
    type varchar not null, -- declared 登记、started 开始、ended 结束、missed 没跑、paused 暂停、resumed 恢复
    happened_at timestamp not null, -- 时间（UTC）
    run_id varchar, -- 一次运行
    planned_at timestamp, -- 应运行的时间（UTC）
    trigger_kind varchar, -- schedule 到点、watch 文件到达、catch_up 补跑、manual 手动
    outcome varchar, -- arrived 有新数据、unchanged 与上次相同、empty 没有数据、failed 失败
    error_code varchar, -- 失败时的错误代码
    message varchar, -- 给人看的原因
    files bigint, -- 文件数
    rows_read bigint, -- 读到的行数
    rows_accepted bigint, -- 入库行数
    rows_quarantined bigint, -- 隔离行数
    rows_unchanged bigint, -- 未变行数
    unbalanced bigint, -- 未对平的载入数
    kinds varchar, -- 数据类别（JSON 数组）
    mark varchar, -- 增量取数的位置
    detail varchar, -- 登记时的计划等
    actor varchar not null -- 谁
)
