-- 分类与人工决定相符的件数（一级分类）；只计有模型判定的
select
  cast(count(*) as integer) as decided,
  cast(count(*) filter (where level_1 is not distinct from was_level_1) as integer) as agreed,
  max(model) as model
from state.class_decisions_latest
where was_level_1 is not null
