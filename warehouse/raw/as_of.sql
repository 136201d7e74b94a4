-- 回看的时点；没有行时看当前，有一行时各模型只用那一刻之前见到的状态
create table if not exists raw.as_of (
  moment timestamp not null -- 只看这一刻及以前见到的状态（UTC）
)
