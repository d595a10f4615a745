-- How long whoever acknowledges a page has to say what came of it, and what people prefer to be asked by.
alter table policy add outcome_within_seconds int null;

-- JSON, as the steps of a policy are; null until somebody prefers something.
alter table person add preferences nvarchar(max) null;

-- Those who have the page are being asked what came of it, so that what asks them may go out.
alter table escalation add owners_asked bit not null constraint df_escalation_owners_asked default 0;
