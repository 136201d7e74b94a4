-- 可能与热点相关的采购合同，一行一份
select
    record_key as ref,
    coalesce(contract_no, '') as label,
    coalesce(item, '') as title,
    agency_name as unit_name,
    region as place,
    amount,
    signed_at as record_date
from
    marts.procurements
where
    item is not null
order by
    ref
