import type { PlanRow } from '../../plan/index.ts';
import { ActionForm } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, Tag } from '../../platform/view/index.ts';
import type { ReportPeriodCode } from '../../pure/law/index.ts';
import type { ReportKind, ReportStateName } from '../domain/report.ts';
import { reportWords } from '../words.ts';
import { REPORT_TONES } from './say.ts';

/** The state of a report as word and shape. */
export function ReportTag({ visit, state }: { visit: Visit; state: ReportStateName }) {
  return <Tag tone={REPORT_TONES[state]}>{reportWords.in(visit.language)(`report.state.${state}`)}</Tag>;
}

/** The button that begins a report, filled from the records. */
export function OpenReport(props: {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriodCode;
  kind: ReportKind;
  unit?: string;
  area?: string;
  small?: boolean;
}) {
  const { visit, plan, period, kind, unit, area, small } = props;
  return (
    <ActionForm
      visit={visit}
      action="report.open"
      params={{ plan: plan.id, period }}
      hidden={{ kind, ...(unit === undefined ? {} : { unit }), ...(area === undefined ? {} : { area }) }}
      layout="inline"
      keep={false}
    >
      <Button small={small}>{reportWords.in(visit.language)('report.open')}</Button>
    </ActionForm>
  );
}
