-- 疑点列表，按分量从高到低：分量 = 检查时的排序分 × 规则现在的属实率 ÷ 检查时假定的属实率
-- 属实率 = （假定 × 先验件数 + 属实件数）÷（先验件数 + 认定件数）；假定值与 analysis/budget/findings.ts 相同
with
    verdicts as (
        select
            rule,
            count(*) as verdicts,
            count(*) filter (
                where
                    outcome = 'confirmed'
            ) as confirmed
        from
            state.case_verdicts
        group by
            rule
    ),
    weighed as (
        select
            f.*,
            case f.certainty
                when 'C' then 0.7
                when 'P' then 0.5
                else 0.35
            end as prior,
            coalesce(v.verdicts, 0) as verdicts,
            coalesce(v.confirmed, 0) as confirmed
        from
            analysis.findings as f
            left join verdicts as v on v.rule = f.rule
    ),
    hit as (
        select
            *,
            score * (
                (prior * $prior_strength::double + confirmed) / ($prior_strength::double + verdicts)
            ) / prior as weight
        from
            weighed
        where
            (
                $rule::varchar is null
                or rule = $rule::varchar
            )
            and (
                $severity::varchar is null
                or severity = $severity::varchar
            )
            and (
                $unit::varchar is null
                or agency_code = $unit::varchar
                or unit = $unit::varchar
            )
            and (
                $year::integer is null
                or fiscal_year = $year::integer
            )
    )
select
    finding_id,
    rule,
    rule_name,
    severity,
    certainty,
    agency_code,
    unit,
    fiscal_year,
    matter,
    amount,
    text,
    weight as score,
    data_date,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    hit
order by
    weight desc nulls last,
    case severity
        when '红' then 1
        when '橙' then 2
        else 3
    end,
    amount desc nulls last,
    finding_id
limit
    $limit::bigint
offset
    $offset::bigint
