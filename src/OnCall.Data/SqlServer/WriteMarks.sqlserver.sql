-- name: Put
insert into write_mark (write_id) values (@mark);

-- name: Forget
delete from write_mark
where seq in (select top (@most) m.seq from write_mark m where m.seq < (select max(n.seq) from write_mark n) - @kept order by m.seq);
