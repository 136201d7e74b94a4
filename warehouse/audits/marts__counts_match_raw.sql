-- severity: error
-- 明细表的记录数与入库的记录数对不上
with stored as (
  select 'suggestions' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.suggestions as stored
    left join raw.contested_keys as contested
      on contested.kind = 'suggestions' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'petitions' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.petitions as stored
    left join raw.contested_keys as contested
      on contested.kind = 'petitions' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'comments' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.comments as stored
    left join raw.contested_keys as contested
      on contested.kind = 'comments' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'budget_lines' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.budget_lines as stored
    left join raw.contested_keys as contested
      on contested.kind = 'budget_lines' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'budget_adjustments' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.budget_adjustments as stored
    left join raw.contested_keys as contested
      on contested.kind = 'budget_adjustments' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'payments' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.payments as stored
    left join raw.contested_keys as contested
      on contested.kind = 'payments' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'transfers' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.transfers as stored
    left join raw.contested_keys as contested
      on contested.kind = 'transfers' and contested.record_key = stored._record_key
  ) as records
  union all
  select 'procurements' as kind, count(*) as records
  from (
    select distinct stored._record_key, case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
    from raw.procurements as stored
    left join raw.contested_keys as contested
      on contested.kind = 'procurements' and contested.record_key = stored._record_key
  ) as records
),
shown as (
  select 'suggestions' as kind, count(*) as records from marts.suggestions
  union all
  select 'petitions', count(*) from marts.voices where kind = 'petitions'
  union all
  select 'comments' as kind, count(*) as records from marts.comments
  union all
  select 'budget_lines' as kind, count(*) as records from marts.budget_lines
  union all
  select 'budget_adjustments' as kind, count(*) as records from marts.budget_adjustments
  union all
  select 'payments' as kind, count(*) as records from marts.payments
  union all
  select 'transfers' as kind, count(*) as records from marts.transfers
  union all
  select 'procurements' as kind, count(*) as records from marts.procurements
)
select stored.kind, stored.records as stored_records, shown.records as shown_records
from stored
inner join shown on shown.kind = stored.kind
where stored.records <> shown.records
order by stored.kind
