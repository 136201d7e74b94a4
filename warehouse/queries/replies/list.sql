-- 答复列表，得分低的在前；total 是满足筛选的全部件数
with
    hit as (
        select
            s.voice_id,
            s.score,
            s.asks_open
        from
            analysis.reply_scores s
            join marts.voices v on v.voice_id = s.voice_id
            left join analysis.reply_template_uses u on u.voice_id = s.voice_id
        where
            (
                $kind::varchar is null
                or v.kind = $kind::varchar
            )
            and (
                $unit::varchar is null
                or v.unit_name = $unit::varchar
            )
            and (
                $district::varchar is null
                or v.district_name = $district::varchar
            )
            and (
                $from::date is null
                or cast(v.replied_at + interval '8' hour as date) >= $from::date
            )
            and (
                $to::date is null
                or cast(v.replied_at + interval '8' hour as date) <= $to::date
            )
            and (
                $template::varchar is null
                or u.template_id = $template::varchar
            )
            and (
                $show::varchar is null
                or (
                    $show::varchar = 'acknowledgement'
                    and s.is_acknowledgement
                )
                or (
                    $show::varchar = 'unexplained'
                    and not s.explained
                )
                or (
                    $show::varchar = 'open'
                    and s.asks_open > 0
                    and not s.is_acknowledgement
                )
                or (
                    $show::varchar = 'late'
                    and s.workdays > s.allowed_workdays
                )
                or (
                    $show::varchar = 'harsh'
                    and json_array_length(s.harsh) > 0
                )
            )
    ),
    page as (
        select
            voice_id
        from
            hit
        order by
            score,
            asks_open desc,
            voice_id
        limit
            $limit::bigint
        offset
            $offset::bigint
    )
select
    s.voice_id,
    v.kind,
    coalesce(v.record_id, v.record_key) as record_id,
    v.title,
    v.unit_name,
    v.district_name,
    cast(v.replied_at + interval '8' hour as date) as replied_date,
    substr(v.reply, 1, 120) as excerpt,
    s.score,
    s.relevance_score,
    s.explained_score,
    s.complete_score,
    s.timely_score,
    s.attitude_score,
    s.workdays,
    s.is_acknowledgement,
    s.explained,
    s.asks_total,
    s.asks_open,
    s.asks,
    s.reasons,
    u.share as template_share,
    t.replies as template_replies,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    page p
    join analysis.reply_scores s on s.voice_id = p.voice_id
    join marts.voices v on v.voice_id = s.voice_id
    left join analysis.reply_template_uses u on u.voice_id = s.voice_id
    left join analysis.reply_templates t on t.template_id = u.template_id
order by
    s.score,
    s.asks_open desc,
    s.voice_id
