-- 还没有答复的代表建议按期限日计数
select
    due_date,
    count(*) as suggestions
from
    marts.suggestions
where
    replied_at is null
    and due_date is not null
group by
    due_date
order by
    due_date
