-- 立法征求意见；一行是对一部草案的一条意见
select
  comment_id, -- 意见编号
  comments.draft_title, -- 法规草案
  names.draft_name, -- 法规名称：去掉书名号和括注
  clause, -- 条款
  stance, -- 态度
  body, -- 意见内容
  author_kind, -- 意见人类型
  created_at, -- 提出时间（UTC）
  cast(created_at + interval '8' hour as date) as created_date, -- 提出日期
  adopted, -- 采纳情况
  adopted_reason, -- 采纳或不采纳的理由
  region, -- 地区（原文）
  'comments:' || record_key as voice_id, -- 民意编号
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_comments as comments
left join intermediate.int_draft_names as names on names.draft_title = comments.draft_title
