-- Payments under accepted contracts with small and medium suppliers.
select payment_id, fiscal_year
from marts.payments
where
  contract_no in (
    select contract_no
    from marts.procurements
    where
      accepted_at is not null
      and (supplier_size like '%中%' or supplier_size like '%小%' or supplier_size like '%微%')
  )
  and amount is not null
  and pay_date is not null
order by payment_id
