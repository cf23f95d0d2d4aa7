-- Where evidence is used: one piece may prove many tasks, or hold the deliverable of another in a section.

CREATE TABLE evidence_use (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  milestone integer NOT NULL,
  position integer NOT NULL,
  evidence_id uuid NOT NULL,
  revision integer NOT NULL,
  borrowed boolean NOT NULL,
  section text,
  state text NOT NULL,
  reason text,
  submitted_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, task_id, milestone, position)
);
CREATE INDEX evidence_use_evidence ON evidence_use (agency_id, evidence_id);
COMMENT ON TABLE evidence_use IS 'Each time that evidence was submitted for a milestone, and what became of it.';
COMMENT ON COLUMN evidence_use.borrowed IS 'Whether the piece was handed in for something else.';
COMMENT ON COLUMN evidence_use.section IS 'Part of the document in which this deliverable stands; null where the whole proves it.';
COMMENT ON COLUMN evidence_use.state IS 'submitted, confirmed, sent_back, reopened, superseded.';
COMMENT ON COLUMN evidence_use.reason IS 'Why it was sent back, or its confirmation taken back.';

-- What was submitted before this table was; only what still counts is known without folding.
INSERT INTO evidence_use
  SELECT e.agency_id, e.stream, (e.payload->>'milestone')::integer,
    row_number() OVER (PARTITION BY e.agency_id, e.stream, e.payload->>'milestone' ORDER BY e.seq) - 1,
    (e.payload->>'evidenceId')::uuid, (e.payload->>'revision')::integer, false, NULL,
    coalesce(a.kind, CASE WHEN e.last THEN 'submitted' ELSE 'superseded' END), a.reason, e.occurred_at
  FROM (SELECT event.*, lead(seq) OVER w AS until, lead(seq) OVER w IS NULL AS last FROM event
      WHERE type = 'submitted' WINDOW w AS (PARTITION BY agency_id, stream, payload->>'milestone' ORDER BY seq)) e
  LEFT JOIN LATERAL (SELECT CASE type WHEN 'sent-back' THEN 'sent_back' ELSE type END AS kind,
        payload->>'reason' AS reason FROM event a
      WHERE a.agency_id = e.agency_id AND a.stream = e.stream AND a.type IN ('sent-back', 'confirmed', 'reopened')
        AND a.payload->>'milestone' = e.payload->>'milestone' AND a.seq > e.seq AND (e.until IS NULL OR a.seq < e.until)
      ORDER BY a.seq DESC LIMIT 1) a ON true;

SELECT protect(ARRAY['evidence_use']);
GRANT SELECT, INSERT, UPDATE, DELETE ON evidence_use TO minhchung_app;
