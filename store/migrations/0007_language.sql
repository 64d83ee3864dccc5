-- The language to write to somebody in, unasked ('da', 'en'; empty: nothing is known): what they last wrote to us,
-- until then that of their Teams.
ALTER TABLE conversations ADD COLUMN language TEXT NOT NULL DEFAULT '' CHECK (language IN ('', 'da', 'en'));
