-- 记一次处置
insert into
    state.risk_handling (handling_id, voice_id, status, note, actor, role, "at")
values
    (
        $handling_id::varchar,
        $voice_id::varchar,
        $status::varchar,
        $note::varchar,
        $actor::varchar,
        $role::varchar,
        $at::timestamp
    )
