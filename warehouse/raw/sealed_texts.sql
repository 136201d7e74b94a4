-- 密封原文；一行是一个因含个人信息而被遮盖的单元格，仅持有专门权限者可查
create table if not exists raw.sealed_texts (
  kind varchar not null, -- 数据类别
  record_key varchar not null, -- 记录键
  row_hash varchar not null, -- 行摘要
  column_name varchar not null, -- 列
  original varchar not null, -- 遮盖前的原文
  load_id varchar -- 载入批次
)
