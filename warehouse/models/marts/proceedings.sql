-- 会议与决定任免；一行是一次会议的一个议题
select
  item_id, -- 议题编号
  session, -- 会议名称
  held_on, -- 会议日期
  category, -- 议题类别：听取报告、法规案、决定决议、任免、视察检查、其他
  title, -- 议题名称
  stage, -- 审议阶段：拟议、一审、二审、三审、表决、公布
  result, -- 审议结果：通过、未通过、继续审议、听取
  votes_for, -- 赞成票
  votes_against, -- 反对票
  votes_abstain, -- 弃权票
  items.draft_title, -- 对应法规草案
  names.draft_name, -- 法规名称：去掉书名号和括注，与征求意见相对应
  record_key, -- 记录键
  load_id, -- 载入批次
  source_file, -- 来源文件
  sheet, -- 工作表
  row_number, -- 行号（文件或工作表首行为 1）
  row_hash -- 行摘要
from staging.stg_proceedings as items
left join intermediate.int_draft_names as names on names.draft_title = items.draft_title
