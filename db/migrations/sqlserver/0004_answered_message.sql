-- What a text message that names no page was taken to mean: a page, or (null) none, when its sender was asked which.
create table answered_message (
    message_hash char(64) not null constraint pk_answered_message primary key,
    page_id uniqueidentifier null constraint fk_answered_message_page references page (page_id),
    free_at datetime2(3) not null
);

create index ix_answered_message_free on answered_message (free_at);
GO

insert into answered_message (message_hash, page_id, free_at)
select key_hash, page_id, free_at from idempotency_key where caller = 'sms-message';

delete from idempotency_key where caller = 'sms-message';
