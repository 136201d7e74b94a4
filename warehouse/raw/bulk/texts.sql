-- The different texts of one column outside a form.
select distinct {text} as text
from read_parquet({target})
where {text} is not null and not {is_form}
limit $limit::bigint
