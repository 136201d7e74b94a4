-- 各来源合计对不上、也没有说明的载入；一行是一个来源
select
  source,
  count(*) as loads
from raw.loads
where status = 'published' and reconciled = 'unbalanced'
group by source
order by source
