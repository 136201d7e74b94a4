-- 代表建议按办理状态计数
select
    status_word as stage,
    count(*) as suggestions
from
    marts.suggestions
where
    status_word is not null
group by
    status_word
order by
    stage
