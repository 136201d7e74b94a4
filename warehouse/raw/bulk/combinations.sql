-- The different combinations of texts in some columns.
select distinct {texts}
from read_parquet({target})
limit $limit::bigint
