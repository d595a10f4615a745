-- Outside a transaction it would be committed by itself, and say of a half write that it stands.
-- name: Put
if @@trancount > 0 insert into write_mark (write_id, is_asked) values (@mark, 0);

-- name: Ask
insert into write_mark (write_id, is_asked) values (@mark, 1);

-- name: IsOfWrite
select cast(case when m.is_asked = 0 then 1 else 0 end as bit) from write_mark m where m.write_id = @mark;

-- name: Forget
delete from write_mark
where seq in (select top (@most) m.seq from write_mark m where m.seq < (select max(n.seq) from write_mark n) - @kept order by m.seq);
