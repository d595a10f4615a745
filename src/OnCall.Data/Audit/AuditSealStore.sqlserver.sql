-- The bounds are said of the seals too: a plan that reads these by themselves reads a window of them.
-- name: Unsealed
select top (@most) e.seq as Seq, e.at as At, e.actor as Actor, e.action as Action, e.subject as Subject, e.detail as Detail
from audit_entry e
where e.seq > @after and e.seq <= @until
    and not exists (select 1 from audit_seal s where s.entry_seq = e.seq and s.entry_seq > @after and s.entry_seq <= @until)
order by e.seq;

-- name: Seal
-- rows: place bigint, entrySeq bigint, hash varchar(64), sealedAt datetime2(3)
insert into audit_seal (place, entry_seq, hash, sealed_at)
select j.place, j.entrySeq, convert(binary(32), j.hash, 2), j.sealedAt
from @rows j;

-- name: Links
select top (@most) s.place as Place, s.entry_seq as EntrySeq, s.hash as Hash, s.sealed_at as SealedAt,
    e.seq as Seq, e.at as At, e.actor as Actor, e.action as Action, e.subject as Subject, e.detail as Detail
from audit_seal s
left join audit_entry e on e.seq = s.entry_seq
where s.place > @after
order by s.place;
