-- Which invitation somebody has come by: what was told of it stays, as one that was accepted. Null for those who came before this was kept.
alter table cat_person add column invitation_id bigint;
