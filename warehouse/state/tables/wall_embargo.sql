-- 禁显清单；一行是一次登记或解除，只增不改
create table if not exists state.wall_embargo (
    entry_id varchar not null, -- 禁显编号
    type varchar not null, -- added 登记、lifted 解除
    happened_at timestamp not null, -- 时间（UTC）
    scope varchar, -- 范围：topic 热点、unit 单位、draft 法规草案、project 项目、district 地区、word 词语
    value varchar, -- 禁显的名称或词语
    reason varchar, -- 事由
    until_day date, -- 截止日（含），空为长期
    actor varchar not null -- 谁
)
