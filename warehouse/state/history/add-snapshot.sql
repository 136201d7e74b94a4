-- 冻结一天的指标
insert into
    state.snapshots (snapshot_id, name, as_of, figures, actor, taken_at)
values
    (
        $snapshot_id::varchar,
        $name::varchar,
        $as_of::date,
        $figures::varchar,
        $actor::varchar,
        $taken_at::timestamp
    )
