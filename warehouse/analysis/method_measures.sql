-- 方法实测；一行是一个方法在一批数据上量得的一个数
create table if not exists analysis.method_measures (
  series varchar not null, -- 方法与来源：同一来源再次测量时整体替换
  method varchar not null, -- 方法（说明页的名称）
  source varchar not null, -- 来源：shipped 随产品给出、run 作业运行时量得、decisions 依据人工决定
  name varchar not null, -- 量的是什么
  value double not null, -- 量得的值
  unit varchar not null, -- 单位（比率为 0–1）
  baseline double, -- 同一数据上的对照值
  baseline_name varchar, -- 对照的做法
  n bigint, -- 样本数
  basis varchar not null, -- 量自什么数据
  model varchar, -- 当时的模型或词典版本
  measured_at timestamp not null, -- 测量时间（UTC）
  note varchar, -- 说明
  position bigint -- 同一来源中的次序
)
