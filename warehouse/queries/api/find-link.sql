-- 本次请求用成的登录链接（没有则无行）
select
    name,
    display_name,
    role
from
    state.sign_in_links
where
    used_by = $claim::varchar
order by
    token_hash
