-- name: Append
insert into audit_entry (at, actor, action, subject, detail)
values (@at, @actor, @action, @subject, @detail);
