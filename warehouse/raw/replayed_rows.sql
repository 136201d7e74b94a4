-- 重放过的隔离行；一行是一次重放读过的一行，撤回以后恢复时照样重放
create table if not exists raw.replayed_rows (
  load_id varchar not null, -- 重放批次
  sheet varchar, -- 工作表
  row_number bigint not null -- 行号（文件或工作表首行为 1）
)
