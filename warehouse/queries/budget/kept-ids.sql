-- Which answers about budget years earlier checks kept.
select distinct answer_id
from analysis.budget_answers
order by answer_id
