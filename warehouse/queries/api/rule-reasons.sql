-- Per unit with budget lines in a year: how many findings a rule has there, and else why it said nothing; near misses first.
with units as (
  select unit_key, min(agency_name) as agency_name
  from marts.budget_lines
  where fiscal_year = $year::integer
  group by unit_key
),
fired as (
  select agency_code, count(*) as findings
  from analysis.findings
  where rule = $rule::varchar and fiscal_year = $year::integer
  group by agency_code
)
select
  units.unit_key,
  coalesce(units.agency_name, units.unit_key) as unit,
  cast(coalesce(fired.findings, 0) as integer) as findings,
  coalesce(own.kind, case when every.rule is not null then 'year' end) as kind,
  coalesce(own.text, every.text) as text,
  own.limit_text,
  own.short_text,
  own.nearness,
  own.matters
from units
left join fired on fired.agency_code = units.unit_key
left join analysis.rule_reasons as own
  on own.rule = $rule::varchar and own.unit_key = units.unit_key and own.fiscal_year = $year::integer
left join analysis.rule_reasons as every
  on every.rule = $rule::varchar and every.unit_key = '' and every.fiscal_year = $year::integer
order by coalesce(fired.findings, 0) desc, own.nearness desc nulls last, units.unit_key
