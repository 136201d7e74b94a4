-- 存函件的一稿
insert into
    state.case_letter_texts (text_id, letter_id, case_id, evidence_id, written_at, author, sections, office)
values
    (
        $text_id::varchar,
        $letter_id::varchar,
        $case_id::varchar,
        $evidence_id::varchar,
        $at::timestamp,
        $author::varchar,
        $sections::varchar,
        $office::varchar
    )
