-- What the rest of the load needs to know of a segment.
insert into keyed
select
  _sheet,
  _row_number,
  case when not is_new then _extra end,
  _business_key,
  _row_hash,
  _identity_hash,
  _record_key,
  is_new
from segment
