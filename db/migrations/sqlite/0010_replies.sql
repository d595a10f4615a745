-- By whom a reply's address was asked: only what rings a telephone is replied to, and only what has gone out.
drop index ix_notification_asked;
create index ix_notification_asked on notification (address) where kind in ('Sms', 'Voice') and attempt > 0 and state <> 'Cancelled';
