-- The archive of one story: one SQLite file, made to be asked in the browser, downloaded, and read
-- by people. Each table says within its own statement what it holds, so that the words travel with
-- the file. Every `earliest` and `latest` is an ISO day; every `edtf` is the date as the text
-- supports it (ISO 8601-2). `start` and `end` count code points over the text of the sentence,
-- half-open: substr(sentences.text, start + 1, end - start) is the piece meant.

CREATE TABLE meta (
  -- What the archive is: title, description, language, build, format, and the last day on which a
  -- report may have been published; one value a row.
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
  -- The reports, in order of the day they were published; those without a day come first.
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,      -- its place in the site: articles/SLUG/
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,           -- of the file as it was read
  headline TEXT NOT NULL,
  publisher TEXT,
  agency TEXT,
  byline TEXT,
  place TEXT,                     -- of a dateline such as SEOUL -
  language TEXT NOT NULL,
  published TEXT,                 -- EDTF
  earliest TEXT,
  latest TEXT,
  confidence TEXT NOT NULL,       -- stated, inferred, candidates, given or unknown
  url TEXT,
  rights TEXT NOT NULL,           -- how much of the text may be published: full, excerpt, link
  first_sentence INTEGER NOT NULL,  -- its sentences are rows first_sentence and following
  sentences INTEGER NOT NULL
);

CREATE INDEX articles_by_day ON articles (earliest, latest, first_sentence, sentences);

CREATE TABLE evidence (
  -- What speaks for or against the day a report was published, and what became of it.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  text TEXT NOT NULL,
  verdict TEXT NOT NULL,          -- used or rejected
  why TEXT NOT NULL
);
CREATE INDEX evidence_of_article ON evidence (article_id);

CREATE TABLE lines (
  -- Every line of a report and what it is to it: body, caption, furniture and so on.
  article_id INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,        -- from 1
  role TEXT NOT NULL,
  text TEXT,                      -- empty where the words stand in sentences
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;

CREATE TABLE sentences (
  -- The reports' own words. Numbers run with the day of the report, so that the newest come last.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL,        -- from 1; its lasting address is articles/SLUG/#sNUMBER
  role TEXT NOT NULL,
  edtf TEXT,                      -- the narrowest date it tells of
  earliest TEXT,                  -- of that date
  text TEXT NOT NULL              -- empty where the rights do not allow it to be shown
);

CREATE TABLE entities (
  -- The people, organizations, places, events and agreements of the story.
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  wikidata TEXT,
  articles INTEGER NOT NULL,      -- how many reports mention it
  sentences INTEGER NOT NULL      -- how many sentences mention it
);

CREATE TABLE aliases (
  -- Other names of an entity, as found or known.
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  name TEXT NOT NULL,
  PRIMARY KEY (entity_id, name)
) WITHOUT ROWID;

CREATE TABLE roles (
  -- Titles an entity bears in the reports, the most frequent first.
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (entity_id, position)
) WITHOUT ROWID;

CREATE TABLE offices (
  -- Offices the maintainer vouches for, with their terms as EDTF intervals.
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  title TEXT NOT NULL,
  of TEXT,
  term TEXT
);
CREATE INDEX offices_of_entity ON offices (entity_id);

CREATE TABLE mentions (
  -- Where a report refers to an entity. Outside sentences (byline, furniture) there is no place.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER REFERENCES sentences (id),
  entity_id INTEGER REFERENCES entities (id),
  kind TEXT NOT NULL,             -- name, demonym, metonym or nominal
  start INTEGER,
  "end" INTEGER,
  text TEXT NOT NULL
);
CREATE INDEX mentions_of_entity ON mentions (entity_id, sentence_id);
CREATE INDEX mentions_in_sentence ON mentions (sentence_id, entity_id);

CREATE TABLE timexes (
  -- Time expressions in the sense of TIMEX3, resolved as far as the day of the report allows.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER REFERENCES sentences (id),
  start INTEGER,
  "end" INTEGER,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,            -- TIMEX3
  edtf TEXT,
  rule TEXT NOT NULL
);
CREATE INDEX timexes_in_sentence ON timexes (sentence_id);

CREATE TABLE statements (
  -- The timeline: every dated statement of the story, in order of its earliest day.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  edtf TEXT NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  start INTEGER NOT NULL,         -- the dated expression, or the word that names the event
  "end" INTEGER NOT NULL,
  modality TEXT NOT NULL,         -- happened, planned, possible or denied
  event TEXT                      -- kind of the event the date belongs to
);
CREATE INDEX statements_by_day ON statements (earliest, latest, sentence_id);
CREATE INDEX statements_in_sentence ON statements (sentence_id);

CREATE TABLE statement_entities (
  -- Whom a dated statement is about.
  statement_id INTEGER NOT NULL REFERENCES statements (id),
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (statement_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX statements_of_entity ON statement_entities (entity_id);

CREATE TABLE quotations (
  -- Who is reported to have said what.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER REFERENCES sentences (id),
  kind TEXT NOT NULL,             -- direct, mixed or indirect
  start INTEGER,                  -- of what was said
  "end" INTEGER,
  text TEXT,                      -- what was said, when it goes beyond its sentence
  cue TEXT,
  speaker TEXT,                   -- as the report words it
  speaker_id INTEGER REFERENCES entities (id),
  denied INTEGER NOT NULL
);
CREATE VIEW sayings AS
  -- Who said what, in words.
  SELECT a.headline, e.name AS speaker,
    coalesce(q.text, substr(s.text, q.start + 1, q."end" - q.start)) AS said,
    q.kind, a.published, a.slug AS article, s.number AS sentence
  FROM quotations AS q
  JOIN articles AS a ON a.id = q.article_id
  LEFT JOIN sentences AS s ON s.id = q.sentence_id
  LEFT JOIN entities AS e ON e.id = q.speaker_id;
CREATE INDEX quotations_of_speaker ON quotations (speaker_id, sentence_id);
CREATE INDEX quotations_in_sentence ON quotations (sentence_id);

CREATE TABLE events (
  -- Happenings told in the reports: one row for each time one is told.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER REFERENCES sentences (id),
  kind TEXT NOT NULL,
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  modality TEXT NOT NULL,
  trigger TEXT NOT NULL,          -- the word that names it
  place_id INTEGER REFERENCES entities (id),
  in_passing INTEGER NOT NULL     -- 1 when told as background
);
CREATE INDEX events_in_sentence ON events (sentence_id);
CREATE INDEX events_at_place ON events (place_id);

CREATE TABLE event_participants (
  -- Who took part in an event.
  event_id INTEGER NOT NULL REFERENCES events (id),
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (event_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX events_of_entity ON event_participants (entity_id);

CREATE TABLE meetings (
  -- Meetings, each once however many reports tell of it.
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  place_id INTEGER REFERENCES entities (id),
  modality TEXT NOT NULL
);
CREATE INDEX meetings_at_place ON meetings (place_id);

CREATE TABLE meeting_participants (
  -- Who met.
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (meeting_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX meetings_of_entity ON meeting_participants (entity_id);

CREATE TABLE reports (
  -- Which sentence tells of which meeting, and whose account it is.
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id),
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  in_passing INTEGER NOT NULL,
  account_id INTEGER REFERENCES entities (id)
);
CREATE INDEX reports_of_meeting ON reports (meeting_id);
CREATE INDEX reports_in_sentence ON reports (sentence_id);
CREATE INDEX reports_by_account ON reports (account_id);

CREATE TABLE commitments (
  -- What was promised, and what later reports say became of it.
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  sentence_id INTEGER REFERENCES sentences (id),
  action TEXT NOT NULL,           -- empty where the rights do not allow it to be shown
  status TEXT NOT NULL,           -- agreed, pledged, announced ...
  made TEXT,
  due TEXT,
  reported_by_id INTEGER REFERENCES entities (id),
  outcome TEXT                    -- met, late, broken, open or not reported
);
CREATE INDEX commitments_in_sentence ON commitments (sentence_id);
CREATE INDEX commitments_by_account ON commitments (reported_by_id);

CREATE TABLE commitment_parties (
  -- Who promised.
  commitment_id INTEGER NOT NULL REFERENCES commitments (id),
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (commitment_id, entity_id)
) WITHOUT ROWID;
CREATE INDEX commitments_of_entity ON commitment_parties (entity_id);

CREATE TABLE followups (
  -- The sentences of later reports that tell what became of a commitment.
  commitment_id INTEGER NOT NULL REFERENCES commitments (id),
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  PRIMARY KEY (commitment_id, sentence_id)
) WITHOUT ROWID;
CREATE INDEX followups_in_sentence ON followups (sentence_id);

CREATE TABLE disagreements (
  -- Things of which the reports give differing accounts.
  id INTEGER PRIMARY KEY,
  about TEXT NOT NULL
);

CREATE TABLE accounts (
  -- The sides of a disagreement.
  id INTEGER PRIMARY KEY,
  disagreement_id INTEGER NOT NULL REFERENCES disagreements (id),
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  speaker_id INTEGER REFERENCES entities (id)
);
CREATE INDEX accounts_of_disagreement ON accounts (disagreement_id);
CREATE INDEX accounts_in_sentence ON accounts (sentence_id);
CREATE INDEX accounts_of_speaker ON accounts (speaker_id);

CREATE TABLE counts (
  -- Claims that count ("10th summit"), checked against the record.
  id INTEGER PRIMARY KEY,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  claim TEXT NOT NULL,
  verdict TEXT NOT NULL,          -- consistent, inconsistent or not checkable
  missing INTEGER,                -- how many of the counted things the story lacks
  why TEXT NOT NULL
);
CREATE INDEX counts_in_sentence ON counts (sentence_id);

CREATE TABLE threads (
  -- Questions followed through the story.
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  description TEXT NOT NULL
);

CREATE TABLE thread_sentences (
  -- The sentences of a thread, in order of the day they speak of.
  thread_id INTEGER NOT NULL REFERENCES threads (id),
  position INTEGER NOT NULL,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id),
  PRIMARY KEY (thread_id, position)
) WITHOUT ROWID;
CREATE INDEX threads_of_sentence ON thread_sentences (sentence_id, thread_id);

CREATE TABLE pages (
  -- What has a page of its own and a name to find it by: entities, meetings, articles.
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,             -- a type of entity, then meeting, then article, in this order
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  other_names TEXT NOT NULL,      -- separated by line ends
  about TEXT NOT NULL,            -- roles, place, publisher: shown beside the title
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  sentences INTEGER NOT NULL,     -- how many rest on it: the more, the higher among equals
  source_id INTEGER NOT NULL      -- its number in entities, meetings or articles
);

CREATE INDEX pages_of_kind ON pages (kind);

CREATE TABLE words (
  -- Every word of the sentences and of the names, folded, for spelling and for completing.
  word TEXT PRIMARY KEY,
  sentences INTEGER NOT NULL,     -- how many sentences have it
  pages INTEGER NOT NULL          -- how many names and titles have it
) WITHOUT ROWID;

CREATE TABLE row_sets (
  -- Sets of sentences that many questions need, kept ready: the headlines, the captions, those with
  -- a dated statement, those of one year, those that mention one of the most frequent entities,
  -- those that hold one of the most frequent words. Compressed with zlib; row n of sentences is in
  -- a set when bit n % 8 of byte n / 8 is set.
  id INTEGER PRIMARY KEY,
  of TEXT NOT NULL,               -- headline, caption, dated, year, entity or word
  name TEXT NOT NULL,             -- the year, the slug or the word; else empty
  sentences BLOB NOT NULL,
  UNIQUE (of, name)
);

-- The two word indexes hold folded words (dateline.archive.words), not the text itself; the
-- tokenizer therefore only has to part them at spaces. "content" lets tools find the text. Sentences
-- are ordered without regard to how long others are, so their sizes are not kept.
CREATE VIRTUAL TABLE sentence_words USING fts5 (
  text, content = 'sentences', content_rowid = 'id', tokenize = 'ascii', columnsize = 0
);

CREATE VIRTUAL TABLE page_words USING fts5 (
  title, other_names, about, content = 'pages', content_rowid = 'id', tokenize = 'ascii'
);
