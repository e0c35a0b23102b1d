-- A tenant's list as version 0.1 of the server wrote it (layout 1): one topic never changed, one changed and remarked on,
-- one deleted. Never edit it: it stands for the files that are out there.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE list (epoch TEXT NOT NULL);
INSERT INTO list VALUES('71b1f8940e50cb09');
CREATE TABLE topic (  id TEXT PRIMARY KEY NOT NULL,  revision INTEGER NOT NULL,  sequence INTEGER NOT NULL UNIQUE,  updated_at TEXT NOT NULL,  deleted INTEGER NOT NULL,  title TEXT NOT NULL,  text TEXT NOT NULL,  state TEXT NOT NULL,  person TEXT NOT NULL,  due TEXT,  priority TEXT NOT NULL,  origin TEXT NOT NULL,  created_at TEXT NOT NULL,  created_by TEXT NOT NULL,  first_write TEXT NOT NULL DEFAULT '');
INSERT INTO topic VALUES('10000001-0000-4000-8000-000000000000',1,1,'2026-11-25T12:36:11.693Z',0,'Unverändert','Bitte um Rückruf wegen des Angebots.','open','Frau Brandt','2025-03-14','normal','call','2025-03-01T08:15:30.250Z','Jana Winter','8cbac61e3b9f3637bda23a489d02dc9614d7c46902ad5415b0be1f27a44a231a');
INSERT INTO topic VALUES('10000002-0000-4000-8000-000000000000',2,4,'2026-11-25T12:36:11.694Z',0,'Geändert','Bitte um Rückruf wegen des Angebots.','open','Frau Brandt','2025-03-14','normal','call','2025-03-01T08:15:30.250Z','Jana Winter','b8305b6a783dfaaf3a276194f4839153fd25ff85ec9cfd98867a390e6c8ecb6f');
INSERT INTO topic VALUES('10000003-0000-4000-8000-000000000000',2,6,'2026-11-25T12:36:11.696Z',1,'','','','',NULL,'','','','','');
CREATE TABLE comment (  place INTEGER PRIMARY KEY AUTOINCREMENT,  topic TEXT NOT NULL REFERENCES topic (id),  id TEXT NOT NULL,  author TEXT NOT NULL,  text TEXT NOT NULL,  at TEXT NOT NULL,  UNIQUE (topic, id));
INSERT INTO comment VALUES(1,'10000002-0000-4000-8000-000000000000','20000001-0000-4000-8000-000000000000','Herr Albers','Habe zurückgerufen.','2025-03-02T10:00:00Z');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('comment',1);
COMMIT;
PRAGMA application_id = 1448760428;
PRAGMA user_version = 1;
