-- 隔离行的修改；一行是对一个单元格的一次修改，只增不改，同一单元格以最后一次为准
create table if not exists state.quarantine_repairs (
  repair_id varchar not null, -- 编号
  quarantine_id varchar not null, -- 隔离编号
  load_id varchar not null, -- 载入批次
  kind varchar not null, -- 数据类别
  file_hash varchar not null, -- 文件摘要（SHA-256）
  sheet varchar not null, -- 工作表，没有时为空文本
  row_number bigint not null, -- 行号（文件或工作表首行为 1）
  header varchar not null, -- 表头
  new_text varchar, -- 改成的文本，个人信息已遮盖；空值为还原
  actor varchar not null, -- 谁
  repaired_at timestamp not null, -- 时间（UTC）
  sealed_text varchar -- 密封：改成的文本里有个人信息时的原文，只供重读文件时用
)
