-- 同一来源同一类别最近几批的表头，新的在前；网页上传的（来源 files）只比同一系列：文件名去掉扩展名、数字、年月日、标点以后相同
with
  marks as (
    select '\.[A-Za-z]+$|[\p{N}〇零一二三四五六七八九十]+|年|月|日|季度|[\s\p{P}\p{S}]' as pattern
  )

select
  loads.file_name,
  loads.layout
from raw.loads as loads
cross join marks
where
  loads.kind = $kind::varchar
  and loads.source = $source::varchar
  and loads.status = 'published'
  and loads.replay_of is null
  and loads.layout is not null
  and (
    $source::varchar <> 'files'
    or regexp_replace(loads.file_name, marks.pattern, '', 'g')
    = regexp_replace($file_name::varchar, marks.pattern, '', 'g')
  )
order by loads.observed_at desc nulls last, loads.load_seq desc
limit 12
