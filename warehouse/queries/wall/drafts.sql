-- 每部法规草案：走到哪一步、下一次上会、收到多少意见、采纳多少；一行是一部法规
with
    held as (
        select
            draft_name,
            stage,
            result,
            held_on,
            row_number() over (
                partition by
                    draft_name
                order by
                    held_on desc,
                    record_key
            ) as place
        from
            marts.proceedings
        where
            draft_name is not null
            and result is not null
    ),
    coming as (
        select
            draft_name,
            stage,
            held_on,
            row_number() over (
                partition by
                    draft_name
                order by
                    held_on,
                    record_key
            ) as place
        from
            marts.proceedings
        where
            draft_name is not null
            and result is null
    ),
    commented as (
        select
            draft_name,
            count(*) as comments,
            count(*) filter (
                where
                    adopted in ('采纳', '已采纳', '部分采纳', '是', '1')
            ) as adopted,
            count(*) filter (
                where
                    adopted is not null
            ) as decided,
            max(created_date) as last_comment
        from
            marts.comments
        where
            draft_name is not null
        group by
            draft_name
    ),
    names as (
        select
            draft_name
        from
            held
        union
        select
            draft_name
        from
            coming
        union
        select
            draft_name
        from
            commented
    )
select
    n.draft_name,
    h.stage,
    h.result,
    h.held_on as stage_on,
    c.stage as next_stage,
    c.held_on as next_on,
    coalesce(k.comments, 0) as comments,
    coalesce(k.adopted, 0) as adopted,
    coalesce(k.decided, 0) as decided,
    k.last_comment
from
    names n
    left join held h on h.draft_name = n.draft_name
    and h.place = 1
    left join coming c on c.draft_name = n.draft_name
    and c.place = 1
    left join commented k on k.draft_name = n.draft_name
order by
    coalesce(c.held_on, h.held_on, k.last_comment) desc nulls last,
    n.draft_name
