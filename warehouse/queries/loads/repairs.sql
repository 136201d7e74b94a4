-- 一个文件的隔离行上现行的修改，原文照写（只供重读文件）
select sheet, row_number, header, coalesce(sealed_text, new_text) as new_text
from state.quarantine_repairs_latest
where file_hash = $file_hash::varchar and kind = $kind::varchar
order by sheet, row_number, header
