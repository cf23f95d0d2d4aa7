import { z } from 'zod';
import { findAgency } from '../../agencies/index.ts';
import { readNumberAndSymbol, saveDocument } from '../../documents/index.ts';
import { ownFile } from '../../evidence/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import {
  civilDay,
  id,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
} from '../../platform/actions/fields.ts';
import { recordLeadership } from '../domain/leadership.ts';
import { leadershipId, leadershipLedger } from '../ledger.ts';
import { leadershipUrl } from '../urls.ts';
import { belowWords } from '../words.ts';

/** An agency, or the Office for it, records who is responsible for reform there and by what document. */
export const recordAgencyLeadership = defineAction({
  name: 'leadership.record',
  path: '/leadership/:agency/entries',
  permission: 'leadership.keep',
  sees: 'leadership.read',
  input: z
    .object({
      agency: id(),
      leader: text(120),
      leaderPosition: optionalText(120),
      leaderIs: oneOf(['head', 'deputy']).default('head'),
      officer: optionalText(120),
      officerPosition: optionalText(120),
      number: optionalText(100),
      issueDate: optionalDay(),
      file: optionalId(),
      from: civilDay(),
      until: optionalDay(),
    })
    .superRefine(({ number, issueDate, file }, context) => {
      const wrong = (field: string, message: string) =>
        context.addIssue({ code: 'custom', message, path: [field] });
      if (number !== null && readNumberAndSymbol(number) === null) wrong('number', 'document-number');
      if (number !== null && issueDate === null) wrong('issueDate', 'required');
      if (number === null && (issueDate !== null || file !== null)) wrong('number', 'required');
    }),
  async subject(query, input) {
    const agency = await findAgency(query, input.agency);
    return agency && { agencyId: agency.id };
  },
  async perform(performing, input) {
    const { agency, number, issueDate } = input;
    await performing.reach([agency]);
    // The Office's upload is the Office's file, whose register it is for.
    const file =
      input.file === null ? null : await ownFile(performing, performing.actor.agencyId, input.file);
    const read = number === null ? null : readNumberAndSymbol(number);
    if (read !== null && issueDate !== null)
      await saveDocument(performing, agency, {
        ...read,
        issuer: null,
        issueDate,
        abstract: belowWords.in('vi')('leadership.document.abstract'),
        fileId: performing.actor.agencyId === agency ? (file?.id ?? null) : null,
      });
    const { seq } = await performing.append(leadershipLedger, agency, leadershipId(agency), (state) =>
      recordLeadership(state, {
        leader: { name: input.leader, position: input.leaderPosition },
        leaderIsHead: input.leaderIs === 'head',
        officer: input.officer === null ? null : { name: input.officer, position: input.officerPosition },
        number: read && `${read.number}/${read.symbol}`,
        issueDate,
        file,
        from: input.from,
        until: input.until,
      }),
    );
    return { id: leadershipId(agency), seq };
  },
  next: (input) => leadershipUrl(input.agency),
});
