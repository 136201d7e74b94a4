-- 表决通过的法规与决定决议（不含任免），新的在前；一行是一个议题
select
    record_key,
    category,
    title,
    draft_name,
    held_on,
    votes_for,
    votes_against,
    votes_abstain
from
    marts.proceedings
where
    result = '通过'
    and category in ('法规案', '决定决议')
order by
    held_on desc nulls last,
    record_key
limit
    $limit::bigint
