-- 单条高赞：点赞明显多于其他民意的单件，附所属热点（没有则为空）
select
    v.voice_id,
    v.record_id,
    v.title,
    v.created_date,
    v.district_name,
    v.likes,
    m.topic_id
from
    marts.voices v
    left join analysis.topic_members m on m.voice_id = v.voice_id
where
    v.likes >= $least::integer
    and (
        $from::date is null
        or v.created_date >= $from::date
    )
    and (
        $to::date is null
        or v.created_date <= $to::date
    )
    and (
        $district::varchar is null
        or v.district_name = $district::varchar
    )
order by
    v.likes desc,
    v.voice_id
limit
    $limit::bigint
