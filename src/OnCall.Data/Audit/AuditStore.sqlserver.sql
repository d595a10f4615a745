-- name: Append
insert into audit_entry (at, actor, action, subject, detail)
select j.at, j.actor, j.action, j.subject, j.detail
from openjson(@rows) with (
    n int '$.n',
    at datetime2(3) '$.at',
    actor nvarchar(200) '$.actor',
    action varchar(60) '$.action',
    subject nvarchar(200) '$.subject',
    detail nvarchar(max) '$.detail') j
order by j.n;
