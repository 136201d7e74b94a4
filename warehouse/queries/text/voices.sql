-- 分类任务的输入：每件民意的标题、正文和来源给的一级分类，一行一件
select
    v.voice_id,
    coalesce(v.title, '') as title,
    coalesce(v.body, '') as body
from
    marts.voices v
order by
    v.voice_id
