-- severity: error
-- 支付明细的金额合计与入库数据对不上（精确到分）
with newest as (
  select
    stored.amount,
    row_number() over (
      partition by
        stored._record_key,
        case when contested.record_key is null then '' else left(stored._identity_hash, 8) end
      order by
        stored._observed_at desc,
        stored._load_seq desc,
        stored._row_number desc,
        stored._sheet desc,
        stored._row_hash
    ) as state_rank
  from raw.payments as stored
  left join raw.contested_keys as contested
    on contested.kind = 'payments' and contested.record_key = stored._record_key
),
stored_sum as (
  select coalesce(sum(try_cast(amount as decimal(18, 2))), 0) as amount from newest where state_rank = 1
),
mart_sum as (
  select coalesce(sum(amount), 0) as amount from marts.payments
)
select stored_sum.amount as stored_amount, mart_sum.amount as mart_amount
from stored_sum
cross join mart_sum
where stored_sum.amount <> mart_sum.amount
