-- The deal graph on disk. Two time axes: dates say when something is true in the world;
-- known_from/known_to (milliseconds since 1970 UTC, half open, NULL = believed now) say when the
-- database believed it. Nothing is overwritten: a change closes a version and opens the next one.
--
-- An identity table (entity, edge, document) holds what never changes, a version table the rest.
-- pk columns are private row numbers; id columns are the ids that users see, stable for ever.
-- Dates are texts: 2025, 2025-10 or 2025-10-28. (Their checks avoid IN over a list, which SQLite
-- makes a table of for every row that is inserted: half the time of a bulk import.)

PRAGMA application_id = 1684369772;  -- "deal"
PRAGMA user_version = 1;

-- Vocabulary: filled from the ontology (schema/ontology.cpp) whenever the database is opened for
-- writing, so that the foreign keys below enforce it.

CREATE TABLE entity_type (
  name     TEXT PRIMARY KEY,
  label_en TEXT NOT NULL,
  label_ko TEXT NOT NULL,
  doc      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE edge_type (
  name       TEXT PRIMARY KEY,
  label_en   TEXT NOT NULL,  -- read from source to target
  label_ko   TEXT NOT NULL,
  inverse_en TEXT NOT NULL,  -- read from target to source
  inverse_ko TEXT NOT NULL,
  symmetric  INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
  doc        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which types an edge type may connect; whatever is not listed is refused.
CREATE TABLE edge_type_ends (
  edge_type   TEXT NOT NULL REFERENCES edge_type(name),
  source_type TEXT NOT NULL REFERENCES entity_type(name),
  target_type TEXT NOT NULL REFERENCES entity_type(name),
  PRIMARY KEY (edge_type, source_type, target_type)
) STRICT, WITHOUT ROWID;

CREATE TABLE status (
  name     TEXT PRIMARY KEY,
  label_en TEXT NOT NULL,
  label_ko TEXT NOT NULL,
  doc      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE currency (
  code            TEXT PRIMARY KEY,  -- ISO 4217
  minor_per_major INTEGER NOT NULL CHECK (minor_per_major > 0)
) STRICT, WITHOUT ROWID;

-- Entities ------------------------------------------------------------------------------------

CREATE TABLE entity (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE entity_version (
  pk         INTEGER PRIMARY KEY,
  entity     INTEGER NOT NULL REFERENCES entity(pk),
  type       TEXT    NOT NULL REFERENCES entity_type(name),
  name       TEXT    NOT NULL,  -- usual English name; where unknown, as in the text
  name_ko    TEXT,              -- usual Korean name
  derived    INTEGER NOT NULL CHECK (derived BETWEEN 0 AND 1),  -- 1: goes with its last article
  known_from INTEGER NOT NULL,
  known_to   INTEGER CHECK (known_to > known_from)
) STRICT;
CREATE INDEX entity_version_of_entity ON entity_version(entity, known_from);
CREATE UNIQUE INDEX entity_version_live ON entity_version(entity) WHERE known_to IS NULL;

CREATE TABLE entity_alias (
  version INTEGER NOT NULL REFERENCES entity_version(pk),
  ordinal INTEGER NOT NULL,
  alias   TEXT    NOT NULL,
  PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_identifier (
  version INTEGER NOT NULL REFERENCES entity_version(pk),
  ordinal INTEGER NOT NULL,
  scheme  TEXT    NOT NULL,  -- "ticker", "wikidata"
  value   TEXT    NOT NULL,
  PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;

-- Documents -----------------------------------------------------------------------------------

CREATE TABLE document (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE document_version (
  pk         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document(pk),
  title      TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  lang       TEXT,
  source     TEXT,  -- the outlet
  url        TEXT,
  published  TEXT CHECK (published GLOB '[1-9][0-9][0-9][0-9]'
                         OR published GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                         OR published GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  known_from INTEGER NOT NULL,
  known_to   INTEGER CHECK (known_to > known_from)
) STRICT;
CREATE INDEX document_version_of_document ON document_version(document, known_from);
CREATE UNIQUE INDEX document_version_live ON document_version(document) WHERE known_to IS NULL;
CREATE INDEX document_version_by_published ON document_version(published);

-- Spans count bytes of title + newline + text, half open.
CREATE TABLE mention (
  document_version INTEGER NOT NULL REFERENCES document_version(pk),
  span_begin       INTEGER NOT NULL CHECK (span_begin >= 0),
  span_end         INTEGER NOT NULL CHECK (span_end > span_begin),
  entity           INTEGER NOT NULL REFERENCES entity(pk),
  PRIMARY KEY (document_version, span_begin, span_end, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_of_entity ON mention(entity, document_version);

-- Terms made by graph/text_index.cpp; rowid = document_version.pk. Closed versions stay, because
-- a search may ask what was known before.
CREATE VIRTUAL TABLE document_terms USING fts5(
  terms, content='', tokenize='unicode61 remove_diacritics 2');

-- Edges ---------------------------------------------------------------------------------------

CREATE TABLE edge (
  pk     INTEGER PRIMARY KEY,
  id     TEXT    NOT NULL UNIQUE,
  type   TEXT    NOT NULL REFERENCES edge_type(name),
  source INTEGER NOT NULL REFERENCES entity(pk),
  target INTEGER NOT NULL REFERENCES entity(pk)
) STRICT;
CREATE INDEX edge_by_source ON edge(source, target, type);
CREATE INDEX edge_by_target ON edge(target);

CREATE TABLE edge_version (
  pk             INTEGER PRIMARY KEY,
  edge           INTEGER NOT NULL REFERENCES edge(pk),
  status         TEXT    NOT NULL REFERENCES status(name),
  date           TEXT CHECK (date GLOB '[1-9][0-9][0-9][0-9]'
                             OR date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                             OR date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_from     TEXT CHECK (valid_from GLOB '[1-9][0-9][0-9][0-9]'
                             OR valid_from GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                             OR valid_from GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to       TEXT CHECK (valid_to GLOB '[1-9][0-9][0-9][0-9]'
                             OR valid_to GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                             OR valid_to GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_minor   INTEGER CHECK (amount_minor >= 0),  -- in minor units: cents for USD, won for KRW
  currency       TEXT REFERENCES currency(code) CHECK ((currency IS NULL) = (amount_minor IS NULL)),
  product        TEXT,
  title          TEXT,              -- post held, of a role
  confidence     INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 10000),
  evidence_count INTEGER NOT NULL CHECK (evidence_count >= 0),
  ended_on       TEXT,              -- last day on which it holds, where it has an end
  derived        INTEGER NOT NULL CHECK (derived BETWEEN 0 AND 1),  -- 1: the sum of its evidence
  known_from     INTEGER NOT NULL,
  known_to       INTEGER CHECK (known_to > known_from)
) STRICT;
CREATE INDEX edge_version_of_edge ON edge_version(edge, known_from);
CREATE UNIQUE INDEX edge_version_live ON edge_version(edge) WHERE known_to IS NULL;

-- The sentences that prove an edge, each with what its document claims of the deal.
CREATE TABLE evidence (
  pk               INTEGER PRIMARY KEY,
  edge             INTEGER NOT NULL REFERENCES edge(pk),
  document_version INTEGER NOT NULL REFERENCES document_version(pk),
  span_begin       INTEGER NOT NULL CHECK (span_begin >= 0),  -- bytes, as in mention
  span_end         INTEGER NOT NULL CHECK (span_end > span_begin),
  char_begin       INTEGER NOT NULL CHECK (char_begin >= 0),  -- the same span in characters,
  char_end         INTEGER NOT NULL CHECK (char_end > char_begin),  -- for SQL's substr
  status           TEXT    NOT NULL REFERENCES status(name),
  date             TEXT CHECK (date GLOB '[1-9][0-9][0-9][0-9]'
                               OR date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                               OR date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_from       TEXT CHECK (valid_from GLOB '[1-9][0-9][0-9][0-9]'
                               OR valid_from GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                               OR valid_from GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to         TEXT CHECK (valid_to GLOB '[1-9][0-9][0-9][0-9]'
                               OR valid_to GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]'
                               OR valid_to GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount_minor     INTEGER CHECK (amount_minor >= 0),
  currency         TEXT REFERENCES currency(code)
                   CHECK ((currency IS NULL) = (amount_minor IS NULL)),
  product          TEXT,
  title            TEXT,
  confidence       INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 10000),
  known_from       INTEGER NOT NULL,
  known_to         INTEGER CHECK (known_to > known_from)
) STRICT;
CREATE INDEX evidence_of_edge ON evidence(edge);
CREATE INDEX evidence_of_document ON evidence(document_version);

-- Changes -------------------------------------------------------------------------------------

-- Every write, numbered without gaps: row i of the range is revision first_revision + i about the
-- record with pk first_pk + i. The revision of the database is the greatest last_revision.
CREATE TABLE change (
  first_revision INTEGER PRIMARY KEY,
  last_revision  INTEGER NOT NULL CHECK (last_revision >= first_revision),
  at             INTEGER NOT NULL,
  kind           TEXT    NOT NULL CHECK (kind IN ('entity', 'edge', 'document')),
  op             TEXT    NOT NULL CHECK (op IN ('add', 'modify', 'retract')),
  first_pk       INTEGER NOT NULL,
  last_pk        INTEGER NOT NULL CHECK (last_pk - first_pk = last_revision - first_revision),
  cause          INTEGER REFERENCES document(pk)  -- the article, where one caused it
) STRICT;

-- Views for people: what is believed now, with names in place of keys --------------------------

CREATE VIEW v_entities AS
SELECT e.id, v.type, v.name, v.name_ko,
       (SELECT count(*) FROM entity_alias AS a WHERE a.version = v.pk) AS alias_count,
       (SELECT count(*) FROM edge AS s JOIN edge_version AS sv ON sv.edge = s.pk
         WHERE s.source = e.pk AND sv.known_to IS NULL) AS edges_out,
       (SELECT count(*) FROM edge AS t JOIN edge_version AS tv ON tv.edge = t.pk
         WHERE t.target = e.pk AND tv.known_to IS NULL) AS edges_in
  FROM entity AS e JOIN entity_version AS v ON v.entity = e.pk
 WHERE v.known_to IS NULL;

CREATE VIEW v_edges AS
SELECT e.id, e.type,
       s.id AS source, sv.name AS source_name, sv.type AS source_type,
       t.id AS target, tv.name AS target_name, tv.type AS target_type,
       v.status, v.date, v.valid_from, v.valid_to,
       v.amount_minor * 1.0 / c.minor_per_major AS amount, v.currency,
       v.product, v.title, v.confidence / 10000.0 AS confidence, v.evidence_count
  FROM edge AS e
  JOIN edge_version AS v ON v.edge = e.pk
  JOIN entity AS s ON s.pk = e.source
  JOIN entity_version AS sv ON sv.entity = s.pk
  JOIN entity AS t ON t.pk = e.target
  JOIN entity_version AS tv ON tv.entity = t.pk
  LEFT JOIN currency AS c ON c.code = v.currency
 WHERE v.known_to IS NULL AND sv.known_to IS NULL AND tv.known_to IS NULL;

CREATE VIEW v_deals AS
SELECT id, type, source_name, target_name, status, date, amount, currency, product,
       confidence, evidence_count
  FROM v_edges
 WHERE type IN ('partnership', 'investment', 'acquisition', 'supply');

CREATE VIEW v_documents AS
SELECT d.id, v.title, v.lang, v.source, v.url, v.published,
       (SELECT count(*) FROM mention AS m WHERE m.document_version = v.pk) AS mention_count,
       (SELECT count(*) FROM evidence AS x
         WHERE x.document_version = v.pk AND x.known_to IS NULL) AS evidence_count
  FROM document AS d JOIN document_version AS v ON v.document = d.pk
 WHERE v.known_to IS NULL;

CREATE VIEW v_evidence AS
SELECT e.id AS edge, e.type, sv.name AS source_name, tv.name AS target_name,
       d.id AS document, dv.published, dv.source AS outlet, dv.url,
       substr(dv.title || '
' || dv.text, x.char_begin + 1, x.char_end - x.char_begin) AS sentence,
       x.status, x.date, x.amount_minor * 1.0 / c.minor_per_major AS amount, x.currency,
       x.product, x.title, x.confidence / 10000.0 AS confidence,
       x.span_begin, x.span_end
  FROM evidence AS x
  JOIN edge AS e ON e.pk = x.edge
  JOIN entity_version AS sv ON sv.entity = e.source
  JOIN entity_version AS tv ON tv.entity = e.target
  JOIN document_version AS dv ON dv.pk = x.document_version
  JOIN document AS d ON d.pk = dv.document
  LEFT JOIN currency AS c ON c.code = x.currency
 WHERE x.known_to IS NULL AND sv.known_to IS NULL AND tv.known_to IS NULL;
