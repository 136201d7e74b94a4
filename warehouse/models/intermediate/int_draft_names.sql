-- 法规草案的名称：去掉书名号和括注（草案、修订草案、几审稿），同一部法规写法不一也能对上；一行是一种写法
with titles as (
  select draft_title from staging.stg_comments where draft_title is not null
  union
  select draft_title from staging.stg_proceedings where draft_title is not null
),
bare as (
  select
    draft_title,
    replace(replace(replace(draft_title, '《', ''), '》', ''), '(', '（') as name
  from titles
)
select
  draft_title,
  trim(case when position('（' in name) > 1 then substr(name, 1, position('（' in name) - 1) else name end) as draft_name
from bare
