-- 需要逐件分析的民意：新的、正文变了的、方法换了的；gone 为 true 的是仓库里已经没有的，其结果要去掉
select
  voices.voice_id,
  false as gone
from marts.voices as voices
left join analysis.voice_readings as readings on readings.voice_id = voices.voice_id
where readings.text_hash is distinct from voices.text_hash
  or readings.reader is distinct from $reader::varchar
union all
select
  readings.voice_id,
  true
from analysis.voice_readings as readings
anti join marts.voices as voices on voices.voice_id = readings.voice_id
order by
    gone,
    voice_id
