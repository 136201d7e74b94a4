-- 同一个文件再次到达；一行是已载入的文件在另一个时点的一次到达，内容没有变，不另成一批
create table if not exists raw.repeats (
  load_id varchar not null, -- 已有的载入批次
  observed_at timestamp not null -- 再次到达的文件反映的时点
)
