-- 数据新鲜度；一行是一类数据
with loads as (
  select
    kind,
    count(*) as loads,
    count(*) filter (where reconciled = 'unbalanced') as unreconciled,
    count(*) filter (where reconciled = 'explained') as explained,
    count(*) filter (where reconciled = 'balanced') as balanced,
    max(finished_at) as last_load_at
  from staging.stg_loads
  group by kind
),
last_files as (
  select
    kind,
    file_name,
    row_number() over (partition by kind order by load_seq desc, load_id) as load_rank
  from staging.stg_loads
),
quarantined as (
  select kind, count(*) as rows
  from staging.stg_quarantine
  group by kind
),
ranges as (
  select kind, rows, data_from, data_to from intermediate.int_data_ranges
),
newest as (
  select max(data_to) as data_to from ranges
)
select
  ranges.kind, -- 数据类别
  coalesce(loads.loads, 0) as loads, -- 载入次数
  ranges.rows, -- 现有记录数
  coalesce(quarantined.rows, 0) as quarantined_open, -- 待处理的隔离行
  coalesce(loads.unreconciled, 0) as unreconciled, -- 未对平的载入
  coalesce(loads.explained, 0) as explained, -- 差异已说明的载入
  coalesce(loads.balanced, 0) as balanced, -- 对平的载入
  loads.last_load_at, -- 最近一次载入（UTC）
  last_files.file_name as last_file, -- 最近一个文件
  ranges.data_from, -- 最早业务日期
  ranges.data_to, -- 最晚业务日期（数据截至）
  ranges.data_to + terms.days + 1 as late_from, -- 从这一天起没有更新的数据就算超期；没有期限的为空
  -- Relative to the newest data of any kind, so that a rebuilt warehouse says the same on any day.
  coalesce(newest.data_to - ranges.data_to > terms.days, false) as is_stale -- 是否超过该类数据的更新期限
from ranges
cross join newest
left join loads on loads.kind = ranges.kind
left join last_files on last_files.kind = ranges.kind and last_files.load_rank = 1
left join intermediate.int_freshness_terms as terms on terms.kind = ranges.kind
left join quarantined on quarantined.kind = ranges.kind
