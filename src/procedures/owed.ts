import { type RawBuilder, sql } from 'kysely';
import type { AsOf } from '../platform/measure/as-of.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';

/** What a place has to make public: a version of a procedure, or its abolition. */
export interface OwedPublication {
  agency_id: string;
  place_id: string;
  keeper_id: string;
  procedure_id: string;
  /** Null for the abolition. */
  version_id: string | null;
  kind: string;
  handles: boolean;
  place_text: string | null;
  checked_on: CivilDate | null;
  name: string;
  name_fold: string;
  decision_number: string;
  decision_date: CivilDate;
  due_end: CivilDate | null;
  /** Null until it was made public. */
  published_on: CivilDate | null;
}

/**
 * What decisions announced, and each place that has to make it public within five working days (Quyết định
 * 766/QĐ-TTg, index 1.2), as all stood at an instant. A place that began later owes what still held then.
 */
export function owedPublications({ instant, day }: AsOf): RawBuilder<OwedPublication> {
  return sql<OwedPublication>`
    SELECT place.agency_id, place.id AS place_id, place.procedure_id, said.version_id, place.kind, place.handles,
           place.place_text, place.checked_on, p.name, p.search_fold AS name_fold, said.number AS decision_number,
           said.decided AS decision_date, p.agency_id AS keeper_id,
           CASE WHEN place.valid_from <= said.decided THEN said.public_by
                ELSE greatest(said.public_by, place.public_by) END AS due_end,
           publication.published_on
    FROM procedure_place place
    JOIN procedure p ON p.agency_id = place.keeper_id AND p.id = place.procedure_id
    JOIN (
      SELECT v.agency_id, v.procedure_id, v.id AS version_id, v.decision_number AS number, v.decision_date AS decided,
             v.public_by, v.announced_at AS at,
             (SELECT next.decision_date FROM procedure_version next WHERE next.agency_id = v.agency_id
                AND next.procedure_id = v.procedure_id AND next.announced AND next.no = v.no + 1) AS gave_way
      FROM procedure_version v WHERE v.announced
      UNION ALL
      SELECT a.agency_id, a.id, NULL, a.abolition_number, a.abolition_date, a.abolition_public_by, a.abolished_at, NULL
      FROM procedure a WHERE a.state = 'abolished'
    ) said ON said.agency_id = place.keeper_id AND said.procedure_id = place.procedure_id
    LEFT JOIN publication ON publication.agency_id = place.agency_id AND publication.place_id = place.id
      AND publication.version_id IS NOT DISTINCT FROM said.version_id AND publication.recorded_at <= ${instant}
      AND (publication.superseded_at IS NULL OR publication.superseded_at > ${instant})
    WHERE said.at <= ${instant} AND place.valid_from <= ${day}
      AND (place.valid_to IS NULL OR place.valid_to >= said.decided)
      AND (said.gave_way IS NULL OR said.gave_way > place.valid_from)
      AND (said.version_id IS NOT NULL OR said.decided >= place.valid_from)`;
}
