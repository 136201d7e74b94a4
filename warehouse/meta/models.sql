-- 模型登记；一行是一个已建成的模型，用来判断哪些需要重建
create table if not exists meta.models (
  model varchar not null, -- 模型
  input_fingerprint varchar not null, -- SQL 与全部输入的摘要
  content_fingerprint varchar not null, -- 内容摘要（与行的次序无关）
  rows bigint, -- 行数（视图为空）
  built_at timestamp not null -- 建成时间（UTC）
)
