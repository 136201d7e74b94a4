-- Original texts of the stored rows' masked cells.
insert into raw.sealed_texts
select $kind::varchar, keyed._record_key, keyed._row_hash, sealed.column_name, sealed.original
from incoming_sealed as sealed
inner join keyed
  on keyed._row_number = sealed.row_number and keyed._sheet is not distinct from sealed.sheet
where keyed.is_new
order by keyed._record_key, sealed.column_name
