-- 需要评的答复：新的、来信或答复变了的、方法换了的；gone 为 true 的已经没有答复，其结果要去掉
with
    answered as (
        select
            voice_id,
            md5(concat_ws(chr(31), coalesce(title, ''), coalesce(body, ''), reply, created_date, replied_at, due_date)) as input_hash
        from
            marts.voices
        where
            reply is not null
            and kind in ('petitions', 'suggestions')
    )
select
    a.voice_id,
    false as gone
from
    answered a
    left join analysis.reply_scores s on s.voice_id = a.voice_id
where
    s.input_hash is distinct from a.input_hash
    or s.method is distinct from $method::varchar
union all
select
    s.voice_id,
    true
from
    analysis.reply_scores s
    anti join answered a on a.voice_id = s.voice_id
order by
    all
