-- 紧急与风险；一行是一条需要有人先看的民意
create table if not exists analysis.voice_risks (
  voice_id varchar not null, -- 民意编号
  level varchar, -- 紧急、高、关注
  kinds varchar, -- 类别（JSON 数组），最突出的在前
  reasons varchar, -- 理由（JSON 数组）：kind、words、offset（所在句在“标题换行正文”中的位置）、sentence、score、context
  role varchar, -- 先交哪个角色看
  score double -- 分值（0–1）
)
