-- 审计记录，新的在前
select
    audit_id,
    "at",
    actor,
    role,
    action,
    object,
    outcome,
    reason
from
    state.audit_log
where
    (
        $action::varchar is null
        or action = $action::varchar
    )
order by
    "at" desc,
    audit_id
