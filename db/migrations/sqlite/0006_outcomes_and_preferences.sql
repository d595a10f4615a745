-- How long whoever acknowledges a page has to say what came of it, and what people prefer to be asked by.
alter table policy add column outcome_within_seconds integer null;

-- JSON, as the steps of a policy are; null until somebody prefers something.
alter table person add column preferences text null;

-- Those who have the page are being asked what came of it, so that what asks them may go out.
alter table escalation add column owners_asked integer not null default 0 check (owners_asked in (0, 1));
