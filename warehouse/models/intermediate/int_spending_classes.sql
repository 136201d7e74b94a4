-- 部门经济科目的类与支出类别；一行是一个类，没有列出的归“其他”
select economic_class, spending_class
from (
  values
    ('301', '人员'),
    ('302', '公用'),
    ('303', '对个人和家庭'),
    ('309', '资本性'),
    ('310', '资本性')
) as classes (economic_class, spending_class)
