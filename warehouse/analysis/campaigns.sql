-- 疑似集中提交；一行是一个事项。只是提示，不删除、不少算
create table if not exists analysis.campaigns (
  campaign_id varchar not null, -- 编号
  matter_id varchar not null, -- 事项编号
  label varchar, -- 提示：疑似集中提交
  voices integer, -- 事项的件数
  copies integer, -- 其中文字相同或基本相同的件数
  texts integer, -- 这些件的文本种数
  authors integer, -- 署名人数；来源不给署名时为空
  days integer, -- 七成以上集中在多少天内
  from_date date, -- 集中的第一天
  to_date date, -- 集中的最后一天
  evidence varchar -- 依据
)
