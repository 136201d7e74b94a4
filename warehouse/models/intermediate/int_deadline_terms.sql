-- 答复期限的缺省值，来源未给出期限时使用；只有一行，改这里即改口径
-- Petitions: 60 days from registration; suggestions: three months from the day they were handed over.
select
  60 as petition_days,
  interval '3' month as suggestion_term
