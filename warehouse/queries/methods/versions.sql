-- 现在用的模型和方法版本：分类所用模型、逐件分析所用版本
select
  '分类模型' as part,
  model as version,
  count(*) as voices
from analysis.voice_classes
where model is not null
group by model
union all
select
  '逐件分析',
  reader,
  count(*)
from analysis.voice_readings
group by reader
order by part, voices desc, version
