-- 代表建议的答复原文，供找出其中的承诺；只取数据截至日前两年的
select
    record_key,
    lead_unit as unit,
    cast(replied_at + interval '8' hour as date) as replied_on,
    reply
from
    marts.suggestions
where
    replied_at is not null
    and reply is not null
    and cast(replied_at + interval '8' hour as date) > (
        select
            max(submitted_date)
        from
            marts.suggestions
    ) - 731
order by
    record_key
