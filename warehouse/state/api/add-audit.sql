-- 记一条审计
insert into
    state.audit_log (audit_id, "at", actor, role, action, object, outcome, reason)
values
    (
        $audit_id::varchar,
        $at::timestamp,
        $actor::varchar,
        $role::varchar,
        $action::varchar,
        $object::varchar,
        $outcome::varchar,
        $reason::varchar
    )
