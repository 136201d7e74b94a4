-- 现用模型的一级分类及件数
select
  classes.level_1 as label,
  count(*) as voices
from analysis.voice_classes as classes
where classes.level_1 is not null
group by classes.level_1
order by
  count(*) desc,
  classes.level_1
