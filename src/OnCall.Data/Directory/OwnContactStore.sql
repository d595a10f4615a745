-- name: Take
update person set active = active where person_id = @person;

-- name: UseCode
update contact_check
set code_salt = null, code_hash = null, code_until = null, proved_at = @at
where contact_method_id = @method and code_hash = cast(@hash as char(64)) and code_until > @at;

-- name: ForgetSends
delete from contact_check_send where person_id = @person and sent_at <= @since;

-- name: CountSend
insert into contact_check_send (contact_check_send_id, person_id, sent_at)
select @id, @person, @now
where (select count(*) from contact_check_send s where s.person_id = @person and s.sent_at > @since) < @most;

-- name: Begin
insert into contact_check (contact_method_id, person_id, tries)
select m.contact_method_id, m.person_id, 0
from contact_method m
where m.contact_method_id = @method and m.person_id = @person
  and not exists (select 1 from contact_check c where c.contact_method_id = @method);

-- name: Issue
update contact_check
set code_salt = @salt, code_hash = @hash, code_until = @until, tries = 0
where contact_method_id = @method;

-- name: TakeTry
update contact_check
set tries = tries + 1
where contact_method_id = @method and code_hash = cast(@hash as char(64)) and code_until > @now and tries < @most;

-- name: NoteTest
update contact_check
set tested_at = @at, test_status = @status, test_detail = @detail
where contact_method_id = @method;

-- name: Checks
select contact_method_id as Method, code_salt as CodeSalt, code_hash as CodeHash, code_until as CodeUntil, proved_at as ProvedAt,
       tested_at as TestedAt, test_status as TestStatus, test_detail as TestDetail
from contact_check
where person_id = @person;

-- name: NoticeOutcomes
select contact_method_id as Method,
       max(case when state in ('Accepted', 'Delivered') then changed_at end) as WorkedAt,
       max(case when state = 'Delivered' then changed_at end) as ReachedAt,
       max(case when state = 'Failed' then changed_at end) as FailedAt
from notice_delivery
where contact_method_id in @ids
group by contact_method_id;

-- name: PageOutcomes
select contact_method_id as Method,
       max(case when state in ('Accepted', 'Delivered') then changed_at end) as WorkedAt,
       max(case when state = 'Delivered' then changed_at end) as ReachedAt,
       max(case when state = 'Failed' then changed_at end) as FailedAt
from notification
where kind in ('Sms', 'Voice') and attempt > 0 and state <> 'Cancelled' and address in @addresses and contact_method_id in @ids
group by contact_method_id;
