-- 政府采购，原样文本；一行是一份合同的一个状态，只追加不修改
create table if not exists raw.procurements (
  contract_no varchar, -- 合同编号
  agency_code varchar, -- 采购单位代码
  agency_name varchar, -- 采购单位
  pro_code varchar, -- 项目代码
  item varchar, -- 品目
  method varchar, -- 采购方式
  bidders varchar, -- 投标供应商数
  supplier varchar, -- 中标供应商
  supplier_credit_code varchar, -- 供应商统一社会信用代码
  supplier_size varchar, -- 供应商规模：大型、中型、小型、微型
  agreed_days varchar, -- 约定付款期限（日）
  estimate varchar, -- 采购预算（元）
  amount varchar, -- 合同金额（元）
  supplement_amount varchar, -- 补充合同金额（元）
  bid_deposit varchar, -- 投标保证金（元）
  performance_deposit varchar, -- 履约保证金（元）
  signed_at varchar, -- 签订日期
  published_at varchar, -- 公告日期
  accepted_at varchar, -- 验收日期
  region varchar, -- 地区
  _extra varchar, -- 原表中未识别的列，以及读入时改写过的单元格原文（JSON）
  _load_id varchar, -- 载入批次
  _source_file varchar, -- 来源文件
  _sheet varchar, -- 工作表
  _row_number bigint, -- 行号（文件或工作表首行为 1）
  _row_hash varchar, -- 规范化后整行的摘要
  _record_key varchar, -- 记录键：业务编号，没有编号时为身份字段的摘要与出现次序
  _identity_hash varchar, -- 身份字段的摘要，用来区分编号相同的不同记录；为空时即整行的摘要
  _observed_at timestamp, -- 这一状态被看到的时间（缺省为载入时间）
  _load_seq bigint -- 载入序号，递增
)
