-- name: OptOut
insert into contact_opt_out (kind, address, since)
select @kind, @address, @now
where exists (select 1 from contact_method m where m.kind = cast(@kind as varchar(20)) and m.address = @address)
    and not exists (select 1 from contact_opt_out o with (updlock, holdlock) where o.kind = cast(@kind as varchar(20)) and o.address = @address);
