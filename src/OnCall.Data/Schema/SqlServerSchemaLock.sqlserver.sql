-- name: Take
declare @result int;
exec @result = sp_getapplock @Resource = N'OnCall.Schema', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = @timeoutMilliseconds;
select @result;

-- name: Release
exec sp_releaseapplock @Resource = N'OnCall.Schema', @LockOwner = N'Session';
