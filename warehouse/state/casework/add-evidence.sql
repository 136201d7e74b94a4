-- 存一份证据
insert into
    state.case_evidence (evidence_id, case_id, finding_id, taken_at, finding, source_rows)
values
    (
        $evidence_id::varchar,
        $case_id::varchar,
        $finding_id::varchar,
        $at::timestamp,
        $finding::varchar,
        $source_rows::varchar
    )
