-- 提出一次阈值修改：同一阈值有尚未决定的修改时写不进去，同一请求不重复
insert into
    state.threshold_events (
        event_id,
        change_id,
        kind,
        rule,
        threshold,
        value_now,
        value_proposed,
        effective_on,
        reason,
        trial,
        actor,
        actor_name,
        role,
        "at",
        request_id
    )
select
    $event_id::varchar,
    $change_id::varchar,
    'proposed',
    $rule::varchar,
    $threshold::varchar,
    $value_now::double,
    $value_proposed::double,
    $effective_on::date,
    $reason::varchar,
    $trial::varchar,
    $actor::varchar,
    $actor_name::varchar,
    $role::varchar,
    $at::timestamp,
    $request_id::varchar
where
    not exists (
        select
            1
        from
            state.threshold_events as proposed
        where
            proposed.kind = 'proposed'
            and proposed.rule = $rule::varchar
            and proposed.threshold = $threshold::varchar
            and not exists (
                select
                    1
                from
                    state.threshold_events as decided
                where
                    decided.change_id = proposed.change_id
                    and decided.kind <> 'proposed'
            )
    )
    and not exists (
        select
            1
        from
            state.threshold_events
        where
            request_id = $request_id::varchar
    )
