-- Each page brings a reference and a key, and both are chance: they are clustered by a rising number, as what else a page brings.
drop index ix_page_reference_free on page_reference;
drop index ix_page_reference_page on page_reference;
alter table page_reference drop constraint pk_page_reference;
alter table page_reference add seq bigint identity(1, 1) not null;

drop index ix_idempotency_key_free on idempotency_key;
drop index ix_idempotency_key_page on idempotency_key;
alter table idempotency_key drop constraint pk_idempotency_key;
alter table idempotency_key add seq bigint identity(1, 1) not null;
GO

alter table page_reference add constraint cx_page_reference unique clustered (seq);
alter table page_reference add constraint pk_page_reference primary key nonclustered (reference);
create index ix_page_reference_free on page_reference (free_at) where free_at is not null;
create index ix_page_reference_page on page_reference (page_id);

alter table idempotency_key add constraint cx_idempotency_key unique clustered (seq);
alter table idempotency_key add constraint pk_idempotency_key primary key nonclustered (caller, key_hash);
create index ix_idempotency_key_free on idempotency_key (free_at);
create index ix_idempotency_key_page on idempotency_key (page_id);
