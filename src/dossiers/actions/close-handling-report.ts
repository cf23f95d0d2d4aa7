import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, optionalText } from '../../platform/actions/fields.ts';
import { asOfDay } from '../../platform/measure/as-of.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { closeHandlingPeriod } from '../domain/closing.ts';
import { closedVersions, handlingReportId, handlingReportLedger, keepCounted } from '../figures/closed.ts';
import { reportFormOn } from '../figures/report-form.ts';
import { closedReportUrl } from '../figures/urls.ts';

/** Closes a period of the handling report: its numbers and their lists stand; a correction is another version. */
export const closeHandlingReport = defineAction({
  name: 'handling-report.close',
  path: '/agencies/:agency/handling-reports',
  permission: 'handling-report.close',
  sees: 'dossier.count',
  input: z.object({ agency: id(), from: civilDay(), to: civilDay(), reason: optionalText(1000) }),
  subject: async (_query, { agency }) => ({ agencyId: agency }),
  async perform({ query, clock, append }, { agency, from, to, reason }) {
    if (from > to) throw new RefusalError(refuse('invalid:period-order', {}, { field: 'to' }));
    const period = { from, to };
    const report = handlingReportId(agency, period);
    const no = ((await closedVersions(query, report))[0]?.no ?? 0) + 1;
    // What is refused takes what was kept with it.
    const manifest = await keepCounted(query, agency, period, no, asOfDay(to, clock), reportFormOn(to));
    const { seq } = await append(
      handlingReportLedger,
      agency,
      report,
      (state) => closeHandlingPeriod(state, period, manifest, reason, clock.today()),
      false,
    );
    return { id: report, seq, no };
  },
  next: (_input, { id: report, no }) => closedReportUrl(report, no),
});
