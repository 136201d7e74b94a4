-- 一个文件的隔离行上现行的修改
select sheet, row_number, header, new_text
from state.quarantine_repairs_latest
where file_hash = $file_hash::varchar and kind = $kind::varchar
order by sheet, row_number, header
