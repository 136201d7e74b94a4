-- 疑点依据：一行是一个疑点引用的一条来源行
select
    finding_id,
    source_file,
    sheet,
    row_number,
    amount
from
    analysis.finding_rows
order by
    finding_id,
    position
