-- The rows that the reader has to look at: any cell that is neither of its column's form nor among the texts the reader
-- took, a required cell that is empty, cells beyond the header, texts that contradict each other.
create temp table bulk_left as
select file_row_number + {header_line} + 1 as line, {texts}
from read_parquet({target}, file_row_number = true)
{joins}
where {doubts}
