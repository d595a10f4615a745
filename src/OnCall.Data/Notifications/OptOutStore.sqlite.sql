-- name: OptOut
insert into contact_opt_out (kind, address, since)
select @kind, @address, @now
where exists (select 1 from contact_method m where m.kind = @kind and m.address = @address)
    and not exists (select 1 from contact_opt_out o where o.kind = @kind and o.address = @address);
