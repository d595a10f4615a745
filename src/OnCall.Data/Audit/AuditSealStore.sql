-- name: Head
select s.place as Place, s.hash as Hash, (select max(o.entry_seq) from audit_seal o) as LastSeq
from audit_seal s
where s.place = (select max(l.place) from audit_seal l);

-- name: At
select s.place as Place, s.entry_seq as EntrySeq, s.hash as Hash, s.sealed_at as SealedAt
from audit_seal s
where s.place = @place;

-- name: Count
select count(*) from audit_seal s where s.place >= @from and s.place <= @to;

-- name: NextEntry
select min(e.seq) from audit_entry e where e.seq > @after;
