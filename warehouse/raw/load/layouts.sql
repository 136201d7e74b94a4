-- What a load's sheets have columns for: of the others they say nothing.
insert into raw.layouts (load_id, sheet, fields)
select $load_id::varchar, json_extract_string(part, '$.sheet'), json_keys(part, '$.fields')
from unnest(cast($layout::json as json[])) as parts (part)
