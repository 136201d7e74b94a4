-- 代表建议、议案；一行是一件建议
with dated as (
  select
    suggestions.*,
    cast(suggestions.submitted_at + interval '8' hour as date) as submitted_date,
    cast(suggestions.replied_at + interval '8' hour as date) as replied_date,
    cast(coalesce(suggestions.assigned_at, suggestions.submitted_at) + interval '8' hour as date) as started_date,
    cast(
      coalesce(
        suggestions.due_at,
        coalesce(suggestions.assigned_at, suggestions.submitted_at) + terms.suggestion_term
      ) + interval '8' hour as date
    ) as due_date,
    cast(data_dates.data_at + interval '8' hour as date) as data_date,
    matches.district_name
  from staging.stg_suggestions as suggestions
  cross join intermediate.int_deadline_terms as terms
  left join intermediate.int_data_dates as data_dates on data_dates.kind = 'suggestions'
  left join intermediate.int_region_matches as matches on matches.region = suggestions.region
),
judged as (
  select
    dated.*,
    case when replied_date is null then data_date > due_date else replied_date > due_date end as is_late
  from dated
)
select
  suggestion_id, -- 建议编号
  category, -- 建议类别
  congress_term, -- 届次
  session, -- 会议次
  title, -- 标题
  body, -- 内容
  deputy_name, -- 领衔代表
  delegation, -- 代表团
  co_signers, -- 附议人数
  submitted_at, -- 提交时间（UTC）
  submitted_date, -- 提交日期
  lead_unit, -- 主办单位
  co_units, -- 会办单位
  assigned_at, -- 交办时间（UTC）
  signed_at, -- 签收时间（UTC）
  due_at, -- 来源给出的办结期限（UTC）
  due_date, -- 办结期限：来源给出的，否则交办（无则提交）后三个月
  replied_at, -- 答复时间（UTC）
  reply, -- 答复内容
  cast(replied_date - started_date as integer) as days_to_reply, -- 交办到答复的天数
  case
    when replied_date is not null and is_late then '逾期答复'
    when replied_date is not null then '已答复'
    when is_late then '逾期未答复'
    when assigned_at is null then '待交办'
    else '办理中'
  end as status_word, -- 办理状态：待交办、办理中、已答复、逾期未答复、逾期答复
  is_late, -- 是否逾期；未答复的以数据截至日判断
  result_class, -- 办理结果
  attitude_rating, -- 态度评价
  result_rating, -- 结果评价
  region, -- 地区（原文）
  district_name, -- 区县
  category_1, -- 一级分类（来源给出）
  'suggestions:' || record_key as voice_id, -- 民意编号
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from judged
