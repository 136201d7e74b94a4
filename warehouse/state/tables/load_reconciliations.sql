-- 对账的人工处理；一行是一次录入对账数或说明差异，只增不改，同一文件以最后一次为准
create table if not exists state.load_reconciliations (
  reconciliation_id varchar not null, -- 编号
  load_id varchar not null, -- 载入批次
  kind varchar not null, -- 数据类别
  file_hash varchar not null, -- 文件摘要（SHA-256）
  stated varchar, -- 录入的对账数（JSON）
  explanation varchar, -- 差异说明
  actor varchar not null, -- 谁
  decided_at timestamp not null -- 时间（UTC）
)
