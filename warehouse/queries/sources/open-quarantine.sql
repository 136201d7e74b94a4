-- 各来源还在隔离区的行数；一行是一个来源
select
  loads.source,
  count(*) as open_rows
from raw.quarantine as quarantine
inner join raw.loads as loads on loads.load_id = quarantine.load_id
where quarantine.status = 'open' and loads.status = 'published'
group by loads.source
order by loads.source
