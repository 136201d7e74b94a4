-- severity: error
-- for: every kind
-- 入库的文本无法转换为约定的类型
select _record_key as record_key
from raw.{kind}
where {lost_in_casts}
order by record_key
