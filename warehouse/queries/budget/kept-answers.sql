-- Some answers about budget years that earlier checks kept, part by part.
select answer_id, answer
from analysis.budget_answers
where answer_id in (select unnest($ids::varchar[]))
order by answer_id, part
