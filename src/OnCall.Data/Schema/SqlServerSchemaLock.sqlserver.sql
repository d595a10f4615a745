-- name: Take
declare @result int;
declare @of nvarchar(255) = N'OnCall.Schema.' + db_name();
exec @result = sp_getapplock @Resource = @of, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = @timeoutMilliseconds;
select @result;

-- name: Release
declare @of nvarchar(255) = N'OnCall.Schema.' + db_name();
exec sp_releaseapplock @Resource = @of, @LockOwner = N'Session';
