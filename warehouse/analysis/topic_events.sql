-- 热点变动记录；一行是一次分析里一个热点的一次变动，只增不改
create table if not exists analysis.topic_events (
  event_id varchar not null, -- 变动编号
  topic_id varchar not null, -- 热点编号
  other_id varchar, -- 另一个热点：并入哪一个、从哪一个分出
  kind varchar not null, -- 变动：new 新出现、renamed 改名、merged 并入、split 分出、ended 结束
  title varchar, -- 变动后的标题；结束和并入的为原标题
  other_title varchar, -- 改名前的标题，或另一个热点的标题
  voices integer, -- 变动后的件数
  voices_before integer, -- 变动前的件数
  data_date date, -- 当时数据截至日
  happened_at timestamp -- 分析时间（UTC）
)
