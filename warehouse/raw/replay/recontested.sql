-- Numbers that the replayed rows bring.
create temp table recontested as
select distinct _business_key as record_key
from keyed
where _business_key is not null
