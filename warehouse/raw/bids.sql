-- 投标明细，原样文本；一行是一个供应商对一个采购包件的一次报价，只追加不修改
create table if not exists raw.bids (
  procurement_no varchar, -- 采购项目编号
  package_no varchar, -- 包号
  contract_no varchar, -- 成交后的合同编号
  agency_code varchar, -- 采购单位代码
  agency_name varchar, -- 采购单位
  item varchar, -- 采购内容
  method varchar, -- 采购方式
  supplier varchar, -- 投标供应商
  supplier_credit_code varchar, -- 供应商统一社会信用代码
  round varchar, -- 报价轮次，没有分轮的为空
  amount varchar, -- 投标报价（元）
  ceiling varchar, -- 最高限价（元）
  bid_status varchar, -- 投标是否有效：有效、无效
  is_winner varchar, -- 是否中标：是、否
  legal_person varchar, -- 法定代表人
  contact varchar, -- 授权代表或联系人
  phone varchar, -- 联系电话
  deposit_account varchar, -- 投标保证金转出账户
  file_mark varchar, -- 投标文件的制作标识（机器码、作者）
  opened_at varchar, -- 开标日期
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
