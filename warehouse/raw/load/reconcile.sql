-- How a load stands against its control totals.
update raw.loads
set
  reconciled = $reconciled::varchar,
  control_totals = $control_totals::varchar,
  warnings = $warnings::varchar
where load_id = $load_id::varchar and status = 'published'
