import type { Visit } from '../../platform/http/visit.ts';
import { DataTable, Notice, Tag } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { ProcessRemark } from '../domain/process/check.ts';
import { type ComparisonRow, compareWithProcedure } from '../domain/process/compare.ts';
import { processWords } from '../process-words.ts';
import { wayWords } from './process-parts.ts';
import type { VisitedProcess } from './process-view.ts';

/** What keeps a process from being published, and what should be looked at. */
export function ProcessRemarks({ visit, found }: { visit: Visit; found: VisitedProcess }) {
  const say = processWords.in(visit.language);
  const { remarks, process } = found;
  const errors = remarks.filter(({ severity }) => severity === 'error');
  const warnings = remarks.filter(({ severity }) => severity === 'warning');
  const no = (key: string) => process.steps.findIndex((step) => step.key === key) + 1;
  const words = ({ code, step, steps = [], sum, unit }: ProcessRemark) =>
    say(`process.remark.${code}`, {
      step: step === null ? '' : no(step),
      steps: steps.map(no).join(', '),
      sum: sum === undefined || unit === undefined ? '' : wayWords(visit, { sum, unit }),
    });
  const list = (some: readonly ProcessRemark[]) => (
    <ul>
      {some.map((remark) => (
        <li>
          {remark.step === null ? words(remark) : <a href={`#steps-${no(remark.step)}`}>{words(remark)}</a>}
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{say('process.remarks')}</h2>
      {remarks.length === 0 ? <Notice tone="done">{say('process.remarks.none')}</Notice> : null}
      {errors.length === 0 ? null : (
        <Notice tone="error" title={say('process.remarks.errors')}>
          {list(errors)}
        </Notice>
      )}
      {warnings.length === 0 ? null : (
        <Notice tone="warning" title={say('process.remarks.warnings')}>
          {list(warnings)}
        </Notice>
      )}
    </section>
  );
}

/** A process beside the procedure as it was announced. */
export function ProcessComparison({ visit, found }: { visit: Visit; found: VisitedProcess }) {
  const say = processWords.in(visit.language);
  const { process, published, rules } = found;
  if (published === undefined)
    return (
      <section>
        <h2>{say('process.compare')}</h2>
        <Notice>{say('process.compare.none')}</Notice>
      </section>
    );
  return (
    <section>
      <DataTable
        id="comparison"
        caption={say('process.compare')}
        rows={compareWithProcedure(process, published, rules)}
        empty={{ text: say('process.compare.none') }}
        columns={[
          {
            key: 'what',
            label: say('process.compare.what'),
            rowHeader: true,
            cell: (row) => say(`process.compare.${row.of}`),
          },
          {
            key: 'published',
            label: say('process.compare.published'),
            cell: (row) => publishedSide(visit, row),
          },
          { key: 'process', label: say('process.compare.process'), cell: (row) => processSide(visit, row) },
          {
            key: 'outcome',
            label: say('process.compare.outcome'),
            cell: ({ agrees }) => outcome(visit, agrees),
          },
        ]}
      />
      {rules.hoursOfWorkingDay === null ? null : (
        <p class="hint" lang="vi">
          {say('process.compare.rules', { hours: rules.hoursOfWorkingDay, basis: rules.legalBasis })}{' '}
          {rules.provisional ? say('process.compare.provisional') : null}
        </p>
      )}
    </section>
  );
}

function outcome(visit: Visit, agrees: boolean | null) {
  const say = processWords.in(visit.language);
  if (agrees === null) return <Tag tone="neutral">{say('process.compare.unclear')}</Tag>;
  return agrees ? (
    <Tag tone="on-time">{say('process.compare.agrees')}</Tag>
  ) : (
    <Tag tone="late">{say('process.compare.differs')}</Tag>
  );
}

function publishedSide(visit: Visit, row: ComparisonRow) {
  const say = processWords.in(visit.language);
  switch (row.of) {
    case 'limit': {
      const { channel, case: when, text } = row.limit;
      const of = [channel === null ? null : visit.say(`procedure.channel.${channel}`), when].filter(
        (part) => part !== null,
      );
      return <span lang="vi">{of.length === 0 ? text : `${text} (${of.join(', ')})`}</span>;
    }
    case 'components':
      return say('process.compare.components.count', { count: row.components });
    case 'results':
      return <span lang="vi">{row.results.join('; ')}</span>;
    case 'signature':
      return null;
    case 'handling':
      return say(`process.compare.handling.${row.handling}`);
    case 'announcement':
      return formatDate(row.announced);
  }
}

function processSide(visit: Visit, row: ComparisonRow) {
  const say = processWords.in(visit.language);
  switch (row.of) {
    case 'limit':
      return row.way === null ? null : wayWords(visit, row.way);
    case 'components':
      return say(row.receives ? 'process.compare.receives' : 'process.compare.receives-not');
    case 'results':
      return say('process.compare.results.ways', { count: row.ways });
    case 'signature':
      return say(row.signs ? 'process.compare.signs' : 'process.compare.signs-not');
    case 'handling':
      return row.agencies.length === 0 ? (
        say('process.compare.handling.one-stop')
      ) : (
        <span lang="vi">{row.agencies.join('; ')}</span>
      );
    case 'announcement':
      return row.approvedOn === null ? null : formatDate(row.approvedOn);
  }
}
