-- 一条疑点依据的来源行
select
    position,
    kind,
    record_key,
    source_file,
    sheet,
    row_number,
    amount,
    note
from
    analysis.finding_rows
where
    finding_id = $finding_id::varchar
order by
    position,
    record_key
