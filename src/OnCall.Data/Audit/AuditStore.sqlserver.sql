-- name: Append
-- rows: at datetime2(3), actor nvarchar(200), action varchar(60), subject nvarchar(200), detail nvarchar(max), n int
insert into audit_entry (at, actor, action, subject, detail)
select j.at, j.actor, j.action, j.subject, j.detail
from @rows j
order by j.n;

-- name: Find
select top (@most) e.seq as Seq, e.at as At, e.actor as Actor, e.action as Action, e.subject as Subject, e.detail as Detail, s.place as Place, s.hash as Hash
from audit_entry e
left join audit_seal s on s.entry_seq = e.seq
where e.seq < @before
    and (@from is null or e.at >= @from)
    and (@to is null or e.at < @to)
    and (@actor is null or e.actor like @actor escape '!')
    and (@action is null or e.action like cast(@action as varchar(200)) escape '!')
    and (@subject is null or e.subject like @subject escape '!')
    and (@text is null or e.detail like @text escape '!')
order by e.seq desc
option (recompile);
