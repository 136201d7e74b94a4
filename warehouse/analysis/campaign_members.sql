-- 疑似集中提交的件；一行是其中一件民意
create table if not exists analysis.campaign_members (
  campaign_id varchar not null, -- 编号
  voice_id varchar not null -- 民意编号
)
