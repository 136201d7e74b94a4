-- 预算单位；一行是一个现行单位
with ranked as (
  select
    stored.*,
    row_number() over (
      partition by agency_code
      order by case when valid_to is null then 0 else 1 end, valid_to desc, valid_from desc, record_key
    ) as version_rank
  from staging.stg_units as stored
)
select
  agency_code, -- 单位代码
  agency_name, -- 单位名称
  unit_kind, -- 单位类别
  parent_code, -- 上级单位代码
  region_code, -- 所在区划代码
  head_count, -- 编制人数
  aliases, -- 别名、曾用名
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from ranked
where version_rank = 1
