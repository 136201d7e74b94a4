-- 预决算公开登记；一行是一个单位一个年度一项公开内容
select
  coalesce(disclosures.agency_code, names.agency_code) as agency_code, -- 单位代码，来源没有时按名称查
  disclosures.agency_name, -- 单位名称
  fiscal_year, -- 年度
  document_kind, -- 公开内容：部门预算、部门决算、单位预算、单位决算
  approved_at, -- 批复日期
  published_at, -- 公开日期
  url, -- 公开网址
  as_of, -- 登记截至日期
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_disclosures as disclosures
left join intermediate.int_agency_names as names on names.agency_name = disclosures.agency_name
