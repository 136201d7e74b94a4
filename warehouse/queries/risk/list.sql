-- 紧急与风险列表，急的在前；只给该角色先看的和已有人看过的；total 是满足筛选的全部件数
with
    handled as (
        select
            voice_id,
            arg_max(status, ("at", handling_id)) as status,
            arg_max(note, ("at", handling_id)) as note,
            arg_max(actor, ("at", handling_id)) as actor,
            max("at") as handled_at
        from
            state.risk_handling
        group by
            voice_id
    ),
    seen as (
        select
            r.*,
            v.created_date,
            coalesce(h.status, '待处理') as status,
            h.note,
            h.actor,
            h.handled_at
        from
            analysis.voice_risks r
            join marts.voices v on v.voice_id = r.voice_id
            left join handled h on h.voice_id = r.voice_id
        where
            (
                r.role = $viewer::varchar
                or h.voice_id is not null
            )
            and (
                $district::varchar is null
                or v.district_name = $district::varchar
            )
    ),
    hit as (
        select
            *
        from
            seen
        where
            (
                $status::varchar is null
                or status = $status::varchar
            )
            and (
                $level::varchar is null
                or level = $level::varchar
            )
            and (
                $kind::varchar is null
                or list_contains(from_json(kinds, '["varchar"]'), $kind::varchar)
            )
    )
select
    h.voice_id,
    v.kind,
    coalesce(v.record_id, v.record_key) as record_id,
    v.title,
    v.created_date,
    v.district_name,
    v.unit_name,
    v.is_replied,
    h.level,
    h.score,
    h.kinds,
    h.reasons,
    h.role,
    h.status,
    h.note,
    h.actor,
    h.handled_at,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    hit h
    join marts.voices v on v.voice_id = h.voice_id
order by
    case h.level
        when '紧急' then 1
        when '高' then 2
        else 3
    end,
    h.created_date desc nulls last,
    h.score desc,
    h.voice_id
limit
    $limit::bigint
offset
    $offset::bigint
