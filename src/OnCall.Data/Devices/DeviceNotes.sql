-- name: Accepted
update push_device set accepted_at = @now where address = @address and (accepted_at is null or accepted_at < @now);

-- name: Failed
update push_device set failed_at = @now, failure = @detail where address = @address and (failed_at is null or failed_at <= @now);

-- name: Forget
delete from push_device where address = @address;
