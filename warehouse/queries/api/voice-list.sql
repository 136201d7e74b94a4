-- 诉求列表：先选出一页的编号，再取字段；total 是满足筛选的全部件数，matters 是归并后的事项数
with
    hit as (
        select
            v.voice_id,
            v.created_date
        from
            marts.voices v
            left join analysis.voice_classes c on c.voice_id = v.voice_id
            left join state.class_decisions_latest as decided
              on decided.voice_id = v.voice_id
              and decided.text_hash = v.text_hash
        where
            (
                $kind::varchar is null
                or v.kind = $kind::varchar
            )
            and (
                $district::varchar is null
                or v.district_name = $district::varchar
            )
            and (
                $from::date is null
                or v.created_date >= $from::date
            )
            and (
                $to::date is null
                or v.created_date <= $to::date
            )
            and (
                $category::varchar is null
                or coalesce(decided.level_1, c.level_1, v.category_1) = $category::varchar
            )
            and (
                $unit::varchar is null
                or v.unit_name = $unit::varchar
            )
            and (
                $status::varchar is null
                or (
                    $status::varchar = 'replied'
                    and v.is_replied
                )
                or (
                    $status::varchar = 'unreplied'
                    and not v.is_replied
                )
                or (
                    $status::varchar = 'late'
                    and v.is_late
                )
                or (
                    $status::varchar = 'overdue'
                    and v.is_late
                    and not v.is_replied
                )
            )
            and (
                $q::varchar is null
                or position(lower($q::varchar) in lower(coalesce(v.title, ''))) > 0
                or position(lower($q::varchar) in lower(coalesce(v.body, ''))) > 0
            )
            and (
                $keyword::varchar is null
                or exists (
                    select
                        1
                    from
                        analysis.voice_readings r
                    where
                        r.voice_id = v.voice_id
                        and list_contains(from_json(r.keywords, '["varchar"]'), $keyword::varchar)
                )
            )
            and (
                $matter::varchar is null
                or exists (
                    select
                        1
                    from
                        analysis.voice_matters m
                    where
                        m.matter_id = $matter::varchar
                        and m.voice_id = v.voice_id
                )
            )
            and (
                $topic::varchar is null
                or exists (
                    select
                        1
                    from
                        analysis.topic_members m
                    where
                        m.topic_id = $topic::varchar
                        and m.voice_id = v.voice_id
                )
            )
    ),
    page as (
        select
            voice_id
        from
            hit
        order by
            created_date desc nulls last,
            voice_id
        limit
            $limit::bigint
        offset
            $offset::bigint
    )
select
    v.voice_id,
    v.kind,
    coalesce(v.record_id, v.record_key) as record_id,
    v.title,
    substr(v.body, 1, 120) as excerpt,
    v.channel,
    v.created_at,
    v.created_date,
    v.district_name,
    v.street_name,
    v.unit_name,
    coalesce(decided.level_1, c.level_1, v.category_1) as category,
    v.status,
    v.is_replied,
    v.days_to_reply,
    v.is_late,
    v.likes,
    (
        select
            count(*)
        from
            hit
    ) as total,
    (
        select
            count(distinct coalesce(m.matter_id, hit.voice_id))
        from
            hit
            left join analysis.voice_matters m on m.voice_id = hit.voice_id
    ) as matters
from
    page p
    join marts.voices v on v.voice_id = p.voice_id
    left join analysis.voice_classes c on c.voice_id = v.voice_id
    left join state.class_decisions_latest as decided
      on decided.voice_id = v.voice_id
      and decided.text_hash = v.text_hash
order by
    v.created_date desc nulls last,
    v.voice_id
