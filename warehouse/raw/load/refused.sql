-- Refused rows of one load as the sink appends them.
create temp table refused (
  quarantine_id varchar,
  sheet varchar,
  row_number bigint,
  column_name varchar,
  reason_code varchar,
  message varchar,
  row_json varchar,
  created_at timestamp
)
