-- 已答复代表建议的办理结果
select
    coalesce(result_class, '未标明') as result,
    count(*) as suggestions
from
    marts.suggestions
where
    replied_at is not null
group by
    coalesce(result_class, '未标明')
order by
    result
