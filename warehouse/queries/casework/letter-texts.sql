-- 一个案件的函件文本，旧的在前
select
    text_id,
    letter_id,
    evidence_id,
    written_at,
    author,
    sections,
    office
from
    state.case_letter_texts
where
    case_id = $case_id::varchar
order by
    written_at,
    text_id
