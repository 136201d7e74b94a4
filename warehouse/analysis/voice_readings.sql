-- 逐件分析登记；一行是一条民意最近一次逐件分析
create table if not exists analysis.voice_readings (
  voice_id varchar not null, -- 民意编号
  text_hash varchar not null, -- 所分析正文的摘要：正文不变就不再分析
  reader varchar not null, -- 所用方法、词典和模型的版本
  keywords varchar, -- 关键词（JSON 数组，最突出的在前）
  traits varchar -- 文本特征（JSON 数组），如 疑似繁体、重复刷屏
)
