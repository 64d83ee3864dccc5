-- Who waits for a place is looked up whenever something is due: few are, so it must not cost a look at every invitation.
CREATE INDEX invitations_waiting ON invitations (gathering_id) WHERE state = 'waiting';
