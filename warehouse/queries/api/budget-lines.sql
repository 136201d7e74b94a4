-- 一个单位一年的预算指标
select
    bgt_id,
    project_name,
    exp_func_code,
    dep_bgt_eco_code,
    account,
    source_type_code,
    amount,
    added_amount,
    reduced_amount,
    adjusted_amount,
    paid_amount,
    payments,
    case
        when adjusted_amount > 0 then cast(paid_amount as double) / cast(adjusted_amount as double)
    end as rate,
    doc_no,
    doc_date,
    record_key,
    load_id,
    source_file,
    sheet,
    row_number
from
    marts.budget_lines
where
    fiscal_year = $year::integer
    and coalesce(agency_code, agency_name) = $unit::varchar
order by
    adjusted_amount desc,
    bgt_id
limit
    1000
