-- 核对登记；一行是一项核对，它上次核对时的输入没有变化就不再核对
create table if not exists meta.audits (
  audit varchar not null, -- 核对
  input_fingerprint varchar not null, -- SQL 与全部输入的摘要
  offenders bigint not null -- 上次核对发现几处
)
