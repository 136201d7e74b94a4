-- 使用链接：只有未用过且未过期的才会写上 used_by，再查 used_by 即知是否用成，两次使用不会都成功
update state.sign_in_links
set
    used_at = $at::timestamp,
    used_by = $claim::varchar
where
    token_hash = $token_hash::varchar
    and used_at is null
    and expires_at > $at::timestamp
