-- 载入台账；一行是一个文件（或其中一组工作表）的一次载入
create table if not exists raw.loads (
  load_id varchar not null, -- 载入批次
  load_seq bigint not null, -- 载入序号，递增
  kind varchar not null, -- 数据类别
  source varchar not null, -- 来源
  file_name varchar not null, -- 文件名
  file_hash varchar not null, -- 文件摘要（SHA-256）
  file_bytes bigint, -- 文件大小（字节）
  format varchar, -- 文件格式
  encoding varchar, -- 字符编码
  sheets varchar, -- 工作表（JSON 数组）
  mapping varchar, -- 所用映射文件
  rows_read bigint, -- 读到的数据行数
  rows_accepted bigint, -- 入库行数
  rows_quarantined bigint, -- 隔离行数
  rows_unchanged bigint, -- 与库中相同、未重复存放的行数
  control_totals varchar, -- 文件自带的合计（JSON）
  reasons varchar, -- 隔离原因与行数（JSON）
  warnings varchar, -- 提示（JSON 数组）
  status varchar not null, -- published 已发布、withdrawn 已撤回、failed 失败
  error_code varchar, -- 失败时的错误代码
  observed_at timestamp, -- 数据反映的时点（缺省为载入时间）
  started_at timestamp, -- 开始时间（UTC）
  finished_at timestamp, -- 结束时间（UTC）
  actor varchar, -- 操作人
  replay_of varchar, -- 重放批次：所重放的原批次
  withdrawn_at timestamp, -- 撤回时间（UTC）
  withdrawn_by varchar, -- 撤回人
  withdrawn_reason varchar, -- 撤回原因
  rerun_at timestamp, -- 最近一次恢复或重跑的时间（UTC）
  policy varchar, -- 来源的契约宽严（JSON）
  layout varchar, -- 各工作表的表头与字段的对应（JSON）
  reconciled varchar -- 对账：balanced 对平、unbalanced 未对平、explained 差异已说明；空为没有可比的合计
)
