-- 隔离行，新的批次在前，批内按行号
with
    hit as (
        select
            *
        from
            raw.quarantine
        where
            (
                $load::varchar is null
                or load_id = $load::varchar
            )
            and (
                $kind::varchar is null
                or kind = $kind::varchar
            )
            and (
                $reason::varchar is null
                or reason_code = $reason::varchar
            )
    )
select
    quarantine_id,
    load_id,
    kind,
    source_file,
    sheet,
    row_number,
    column_name,
    reason_code,
    message,
    row_json,
    status,
    created_at,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    hit
order by
    created_at desc,
    load_id,
    sheet nulls first,
    row_number,
    quarantine_id
limit
    $limit::bigint
offset
    $offset::bigint
