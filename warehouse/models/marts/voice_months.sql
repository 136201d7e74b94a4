-- 民意月度汇总；一行是一个月、类别、区县和一级分类
select
  substr(cast(created_date as varchar), 1, 7) as month, -- 月份 YYYY-MM
  kind, -- 类别
  district_name, -- 区县
  category_1, -- 一级分类（来源给出）
  count(*) as voices, -- 件数
  count(*) filter (where is_replied) as replied, -- 已答复件数
  count(*) filter (where is_late) as late -- 逾期件数
from marts.voices
where created_date is not null
group by substr(cast(created_date as varchar), 1, 7), kind, district_name, category_1
