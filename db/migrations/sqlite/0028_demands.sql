-- What people are, and what a role asks of whoever is put on it.
alter table person add column position text null;
alter table person add column rank integer null;
alter table role add column demand text null;
