-- 一个案件的证据，旧的在前
select
    evidence_id,
    finding_id,
    taken_at,
    finding,
    source_rows
from
    state.case_evidence
where
    case_id = $case_id::varchar
order by
    taken_at,
    evidence_id
