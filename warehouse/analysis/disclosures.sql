-- 接入的公开文件和核对结果；一行是一个文件
create table if not exists analysis.disclosures (
  document varchar not null, -- 文件指纹
  unit_key varchar not null, -- 归属单位：代码，名录里没有时为名称
  unit varchar not null, -- 封面上的单位名称
  fiscal_year integer, -- 决算年度；文件里看不出时为空
  tables integer not null, -- 认出的决算表张数
  issues integer not null, -- 不相符的处数
  superseded_by varchar -- 同一单位同一年度后来接入、取代它的文件；仍有效时为空
)
