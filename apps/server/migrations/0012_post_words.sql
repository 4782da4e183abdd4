-- What a post is found by besides its text: of a project its title, its summary and what it is made with.
alter table post add column words text not null default '';
