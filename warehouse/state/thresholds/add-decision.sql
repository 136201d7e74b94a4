-- 记一次批准、不批准或撤回：一次修改只能有一个结果，同一请求不重复
insert into
    state.threshold_events (
        event_id,
        change_id,
        kind,
        rule,
        threshold,
        reason,
        actor,
        actor_name,
        role,
        "at",
        request_id
    )
select
    $event_id::varchar,
    change_id,
    $kind::varchar,
    rule,
    threshold,
    $reason::varchar,
    $actor::varchar,
    $actor_name::varchar,
    $role::varchar,
    $at::timestamp,
    $request_id::varchar
from
    state.threshold_events
where
    change_id = $change_id::varchar
    and kind = 'proposed'
    and not exists (
        select
            1
        from
            state.threshold_events
        where
            (
                change_id = $change_id::varchar
                and kind <> 'proposed'
            )
            or request_id = $request_id::varchar
    )
