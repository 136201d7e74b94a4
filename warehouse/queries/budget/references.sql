-- Digests of what else an answer about a budget year may depend on: the lines of the year, the years and projects that
-- have lines, the register of units, and what was paid back to whom. A sum of hashes does not depend on order.
select
  'lines' as name,
  fiscal_year,
  cast(sum(cast(hash(unit_key, dep_bgt_eco_code, adjusted_amount) as hugeint)) as varchar) as content
from marts.budget_lines
group by fiscal_year
union all
select
  'projects' as name,
  cast(null as integer) as fiscal_year,
  cast(sum(cast(hash(fiscal_year, pro_code) as hugeint)) as varchar) as content
from (select distinct fiscal_year, pro_code from marts.budget_lines) as projects
union all
select
  'units' as name,
  cast(null as integer) as fiscal_year,
  cast(sum(cast(hash(agency_code, agency_name, head_count) as hugeint)) as varchar) as content
from marts.units
union all
select
  'refunds' as name,
  cast(null as integer) as fiscal_year,
  cast(sum(cast(hash(unit_key, payee_key, amount) as hugeint)) as varchar) as content
from (
  select distinct unit_key, payee_key, amount
  from marts.payments
  where amount < 0 and payee_key is not null
) as refunds
order by name, fiscal_year
