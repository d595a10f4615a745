-- What a text message that names no page was taken to mean: a page, or (null) none, when its sender was asked which.
create table answered_message (
    message_hash text not null primary key,
    page_id text null references page (page_id),
    free_at integer not null
) strict;

create index ix_answered_message_free on answered_message (free_at);

insert into answered_message (message_hash, page_id, free_at)
select key_hash, page_id, free_at from idempotency_key where caller = 'sms-message';

delete from idempotency_key where caller = 'sms-message';
