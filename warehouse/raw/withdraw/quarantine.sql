-- Its refused rows.
delete from raw.quarantine where load_id = $load_id::varchar
