-- name: Last
select coalesce(max(e.seq), 0) from page_event e;

-- name: Among
select e.seq as Seq, e.page_id as Page from page_event e where e.seq in @seqs order by e.seq;

-- name: Within
select e.seq as Seq, e.page_id as Page from page_event e where e.seq >= @from and e.seq <= @until order by e.seq;
