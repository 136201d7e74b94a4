-- 支付列表，新的在前
with
    hit as (
        select
            payment_id,
            pay_date,
            amount
        from
            marts.payments
        where
            (
                $bgt_id::varchar is null
                or bgt_id = $bgt_id::varchar
            )
            and (
                $unit::varchar is null
                or coalesce(agency_code, agency_name) = $unit::varchar
            )
            and (
                $year::integer is null
                or fiscal_year = $year::integer
            )
            and (
                $month::integer is null
                or extract (
                    'month'
                    from
                        pay_date
                ) = $month::integer
            )
            and (
                $payee::varchar is null
                or payee_name = $payee::varchar
            )
    ),
    page as (
        select
            payment_id
        from
            hit
        order by
            pay_date desc nulls last,
            payment_id
        limit
            $limit::bigint
        offset
            $offset::bigint
    )
select
    p.payment_id,
    p.pay_cert_no,
    p.bgt_id,
    p.agency_name,
    p.project_name,
    p.pay_date,
    p.payee_name,
    p.amount,
    p.currency,
    p.use_des,
    p.set_mode,
    p.pay_type,
    p.contract_no,
    p.record_key,
    p.load_id,
    p.source_file,
    p.sheet,
    p.row_number,
    (
        select
            count(*)
        from
            hit
    ) as total,
    (
        select
            cast(coalesce(sum(amount), 0) as decimal(18, 2))
        from
            hit
    ) as total_amount
from
    page g
    join marts.payments p on p.payment_id = g.payment_id
order by
    p.pay_date desc nulls last,
    p.payment_id
