-- 民意的比对特征；一行是一件民意：由原文算出、不含原文，用来找重复件和同一事项
create table if not exists analysis.voice_sketches (
  voice_id varchar not null, -- 民意编号
  digest varchar, -- 特征摘要，变了就重新归并
  sketch varchar, -- 特征：全文摘要、最小散列、地点、问题、分量最重的词的散列
  keys uinteger[] -- 查找键：有相同键的民意才互相比对
)
