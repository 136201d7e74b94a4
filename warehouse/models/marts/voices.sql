-- 民意；一行是一件建议、一件留言或一条意见
with petitions_dated as (
  select
    petitions.*,
    cast(petitions.created_at + interval '8' hour as date) as created_date,
    cast(petitions.replied_at + interval '8' hour as date) as replied_date,
    cast(petitions.created_at + interval '8' hour as date) + terms.petition_days as due_date,
    cast(data_dates.data_at + interval '8' hour as date) as data_date,
    petitions.reply is not null
    or petitions.replied_at is not null
    or coalesce(petitions.status in ('已答复', '已回复', '已办结', '办结'), false) as is_replied
  from staging.stg_petitions as petitions
  cross join intermediate.int_deadline_terms as terms
  left join intermediate.int_data_dates as data_dates on data_dates.kind = 'petitions'
),
together as (
  select
    'petitions' as kind,
    petition_id as record_id,
    channel,
    title,
    body,
    author,
    created_at,
    created_date,
    region,
    unit as unit_name,
    category_1,
    category_2,
    category_3,
    status,
    is_replied,
    replied_at,
    reply,
    cast(replied_date - created_date as integer) as days_to_reply,
    due_date,
    -- Answered on an unknown day: nobody can say whether in time.
    case
      when replied_date is not null then replied_date > due_date
      when not is_replied then data_date > due_date
    end as is_late,
    rating,
    likes,
    dislikes,
    record_key, load_id, source_file, sheet, row_number, row_hash
  from petitions_dated
  union all
  select
    'suggestions',
    suggestion_id,
    category,
    title,
    body,
    deputy_name,
    submitted_at,
    submitted_date,
    region,
    lead_unit,
    category_1,
    null,
    null,
    status_word,
    replied_at is not null,
    replied_at,
    reply,
    days_to_reply,
    due_date,
    is_late,
    result_rating,
    null,
    null,
    record_key, load_id, source_file, sheet, row_number, row_hash
  from marts.suggestions
  union all
  select
    'comments',
    comment_id,
    null,
    draft_title,
    body,
    author_kind,
    created_at,
    created_date,
    region,
    null,
    null,
    null,
    null,
    adopted,
    adopted is not null,
    null,
    adopted_reason,
    null,
    null,
    null,
    null,
    null,
    null,
    record_key, load_id, source_file, sheet, row_number, row_hash
  from marts.comments
)
select
  together.kind || ':' || together.record_key as voice_id, -- 民意编号
  together.kind, -- 类别：suggestions、petitions、comments
  together.record_id, -- 来源自己的编号
  together.channel, -- 渠道
  together.title, -- 标题
  together.body, -- 内容
  together.author, -- 提出人
  together.created_at, -- 提出时间（UTC）
  together.created_date, -- 提出日期
  together.region, -- 地区（原文）
  matches.district_name, -- 区县
  matches.street_name, -- 街道乡镇
  together.unit_name, -- 承办单位
  together.category_1, -- 一级分类（来源给出）
  together.category_2, -- 二级分类（来源给出）
  together.category_3, -- 三级分类（来源给出）
  together.status, -- 状态
  together.is_replied, -- 是否已答复；意见为是否已有采纳结论
  together.replied_at, -- 答复时间（UTC）
  together.reply, -- 答复内容
  together.days_to_reply, -- 到答复的天数
  together.due_date, -- 答复期限
  together.is_late, -- 是否逾期；未答复的以数据截至日判断，无法判断时为空
  together.rating, -- 满意度
  together.likes, -- 点赞数
  together.dislikes, -- 反对数
  together.record_key, -- 记录键
  together.load_id, -- 载入批次
  together.source_file, -- 来源文件
  together.sheet, -- 工作表
  together.row_number, -- 行号（文件或工作表首行为 1）
  together.row_hash, -- 行摘要
  md5(concat(together.title, chr(10), together.body)) as text_hash -- 正文摘要：标题和内容不变就不变，逐件分析据此只读新的
from together
left join intermediate.int_region_matches as matches on matches.region = together.region
