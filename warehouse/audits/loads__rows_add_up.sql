-- severity: error
-- 载入台账的行数不平：读到的行数应等于入库、隔离与未变之和
select load_id, rows_read, rows_accepted, rows_quarantined, rows_unchanged
from raw.loads
where status = 'published'
  and rows_read <> rows_accepted + rows_quarantined + rows_unchanged
order by load_id
