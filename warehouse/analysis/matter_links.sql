-- 归并的中间结果；一行是一件民意与更早民意的联系，用来在新增时只重算受影响的部分
create table if not exists analysis.matter_links (
  voice_id varchar not null, -- 民意编号
  position varchar, -- 先后次序：提出时间与编号
  digest varchar, -- 归并时的特征摘要
  keys uinteger[], -- 归并时的查找键
  targets varchar[], -- 联系到的更早民意，最相近的在前，至多三件
  tiers varchar[], -- 各联系的关系：exact、near、same
  first_voice varchar, -- 事项最早一件
  first_copy varchar -- 同文最早一件
)
