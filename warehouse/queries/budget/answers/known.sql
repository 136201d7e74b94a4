-- Which answers about budget years are kept.
select answer_id
from analysis.budget_answers
order by answer_id
