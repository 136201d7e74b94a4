-- 各类民意数据截至的日期；一行是一个类别。判断逾期以它为准，不以看报表的日子为准
select 'suggestions' as kind, max(greatest(submitted_at, coalesce(replied_at, submitted_at))) as data_at
from staging.stg_suggestions
union all
select 'petitions', max(coalesce(greatest(created_at, replied_at), created_at, replied_at))
from staging.stg_petitions
union all
select 'comments', max(created_at)
from staging.stg_comments
