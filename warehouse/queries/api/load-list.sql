-- 载入台账，新的在前（$load_id 给出则只取那一批）
with
    hit as (
        select
            *
        from
            raw.loads
        where
            (
                $kind::varchar is null
                or kind = $kind::varchar
            )
            and (
                $source::varchar is null
                or source = $source::varchar
            )
            and (
                $load_id::varchar is null
                or load_id = $load_id::varchar
            )
            and (
                $status::varchar is null
                or status = $status::varchar
            )
            and (
                $reconciled::varchar is null
                or (reconciled = $reconciled::varchar and status = 'published')
            )
    )
select
    load_id,
    kind,
    source,
    file_name,
    file_hash,
    coalesce(file_bytes, 0) as file_bytes,
    coalesce(format, '') as format,
    encoding,
    sheets,
    mapping,
    coalesce(rows_read, 0) as rows_read,
    coalesce(rows_accepted, 0) as rows_accepted,
    coalesce(rows_quarantined, 0) as rows_quarantined,
    coalesce(rows_unchanged, 0) as rows_unchanged,
    control_totals,
    reasons,
    warnings,
    status,
    started_at,
    finished_at,
    coalesce(actor, '') as actor,
    replay_of,
    withdrawn_at,
    withdrawn_by,
    withdrawn_reason,
    rerun_at,
    reconciled,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    hit
order by
    load_seq desc,
    load_id
limit
    $limit::bigint
offset
    $offset::bigint
