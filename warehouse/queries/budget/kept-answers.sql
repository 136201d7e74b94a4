-- Answers about budget years that earlier checks kept.
select answer_id, answer
from analysis.budget_answers
