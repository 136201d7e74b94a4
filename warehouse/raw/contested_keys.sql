-- 争用编号；一行是一个在同一文件里指向不同记录的业务编号，这些记录的键要加身份摘要后缀
create table if not exists raw.contested_keys (
  kind varchar not null, -- 数据类别
  record_key varchar not null -- 业务编号
)
