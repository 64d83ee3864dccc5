-- Who put a member into a network: the file, or somebody in Teams, who stays whatever the file says. 'left': the file
-- names a person who was taken out in Teams, and who is no member.
ALTER TABLE network_members ADD COLUMN origin TEXT NOT NULL DEFAULT 'teams' CHECK (origin IN ('file', 'teams', 'left'));
UPDATE network_members SET origin = 'file' WHERE network_id IN (SELECT id FROM networks WHERE from_file = 1);
