-- Per rule: how many findings a unit has in a year, and else why the rule said nothing about it.
with fired as (
  select rule, count(*) as findings
  from analysis.findings
  where agency_code = $unit::varchar and fiscal_year = $year::integer
  group by rule
)
select
  status.rule,
  status.name,
  status.status,
  status.why,
  status.scope,
  cast(coalesce(fired.findings, 0) as integer) as findings,
  coalesce(own.kind, case when every.rule is not null then 'year' end) as kind,
  coalesce(own.text, every.text) as text,
  own.limit_text,
  own.short_text,
  own.nearness,
  own.matters
from analysis.rule_status as status
left join fired on fired.rule = status.rule
left join analysis.rule_reasons as own
  on own.rule = status.rule and own.unit_key = $unit::varchar and own.fiscal_year = $year::integer
left join analysis.rule_reasons as every
  on every.rule = status.rule and every.unit_key = '' and every.fiscal_year = $year::integer
order by status.rule
