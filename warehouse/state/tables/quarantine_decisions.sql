-- 隔离行的搁置与恢复；一行是一次决定，只增不改，同一行以最后一次为准
create table if not exists state.quarantine_decisions (
  decision_id varchar not null, -- 编号
  quarantine_id varchar not null, -- 隔离编号
  load_id varchar not null, -- 载入批次
  kind varchar not null, -- 数据类别
  file_hash varchar not null, -- 文件摘要（SHA-256）
  sheet varchar not null, -- 工作表，没有时为空文本
  row_number bigint not null, -- 行号（文件或工作表首行为 1）
  action varchar not null, -- set_aside 搁置（不是数据）、reopen 恢复待处理
  reason varchar, -- 理由
  actor varchar not null, -- 谁
  decided_at timestamp not null -- 时间（UTC）
)
