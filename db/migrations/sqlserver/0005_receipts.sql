-- Where the provider cannot call back, how a message stands is asked for: when next, and how often so far.
alter table notification add poll_at datetime2(3) null;
alter table notification add polls int not null constraint df_notification_polls default 0;
GO

create index ix_notification_poll on notification (kind, changed_at) where state = 'Accepted';

-- Who told a provider to send nothing more. It belongs to the address and outlives changes of the person.
create table contact_opt_out (
    kind varchar(20) not null constraint ck_contact_opt_out_kind check (kind in ('Sms', 'Voice')),
    address nvarchar(400) not null,
    since datetime2(3) not null,
    constraint pk_contact_opt_out primary key (kind, address)
);
