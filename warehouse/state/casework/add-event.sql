-- 记一次办理：次序必须正好接上，同一请求不重复；编号取该年最大号加一，写不进去就是别人先办了
insert into
    state.case_events (
        event_id,
        case_id,
        version,
        kind,
        actor,
        actor_name,
        role,
        "at",
        note,
        data,
        request_id,
        finding_id,
        rule,
        outcome,
        number_year,
        number_seq
    )
select
    $event_id::varchar,
    $case_id::varchar,
    $version::integer,
    $kind::varchar,
    $actor::varchar,
    $actor_name::varchar,
    $role::varchar,
    $at::timestamp,
    $note::varchar,
    $data::varchar,
    $request_id::varchar,
    $finding_id::varchar,
    $rule::varchar,
    $outcome::varchar,
    $number_year::integer,
    case
        when $number_year::integer is null then null
        else (
            select
                coalesce(max(number_seq), 0) + 1
            from
                state.case_events
            where
                kind = $kind::varchar
                and number_year = $number_year::integer
        )
    end
where
    $version::integer = (
        select
            coalesce(max(version), 0) + 1
        from
            state.case_events
        where
            case_id = $case_id::varchar
    )
    and not exists (
        select
            1
        from
            state.case_events
        where
            case_id = $case_id::varchar
            and request_id = $request_id::varchar
    )
