-- 分类结果的概况：每个模型、一级分类和处理方式各有多少件
select
    c.model,
    c.level_1,
    c.bucket,
    count(*) as voices
from
    analysis.voice_classes c
group by
    c.model,
    c.level_1,
    c.bucket
order by
    c.model,
    c.level_1,
    c.bucket
