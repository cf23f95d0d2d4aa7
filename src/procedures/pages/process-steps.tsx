import type { Visit } from '../../platform/http/visit.ts';
import { DataTable } from '../../platform/view/index.ts';
import type { ProcessStep } from '../domain/process/process.ts';
import { processWords } from '../process-words.ts';
import { branchWords, limitWordsOf, type UnitNames, whoDoes } from './process-parts.ts';

interface StepTableProps {
  visit: Visit;
  id: string;
  steps: readonly ProcessStep[];
  units: UnitNames;
  captionHidden?: boolean;
}

/** The steps of a process in words: who does what, in how much time, and where it goes on. */
export function StepTable({ visit, id, steps, units, captionHidden }: StepTableProps) {
  const say = processWords.in(visit.language);
  const noOf = (key: string) => {
    const at = steps.findIndex((step) => step.key === key);
    return at < 0 ? null : at + 1;
  };
  return (
    <DataTable
      id={id}
      caption={say('process.steps')}
      captionHidden={captionHidden}
      rows={steps.map((step, at) => ({ step, no: at + 1 }))}
      rowId={({ no }) => `${id}-${no}`}
      empty={{ text: say('process.steps.none') }}
      columns={[
        { key: 'no', label: say('process.step.no'), align: 'end', cell: ({ no }) => no },
        {
          key: 'name',
          label: say('process.step.name'),
          rowHeader: true,
          width: 'broad',
          cell: ({ step }) => (
            <>
              <span lang="vi">{step.name || say('process.unnamed')}</span>
              {step.work === null || step.work === step.name ? null : (
                <div class="process-work" lang="vi">
                  {step.work}
                </div>
              )}
            </>
          ),
        },
        {
          key: 'who',
          label: say('process.step.who'),
          cell: ({ step }) => (
            <>
              <span lang="vi">{whoDoes(visit, step, units) ?? say('process.nobody')}</span>
              {step.who === null || step.who === whoDoes(visit, step, units) ? null : (
                <div class="soft" lang="vi">
                  {step.who}
                </div>
              )}
            </>
          ),
        },
        {
          key: 'limit',
          label: say('process.step.limit'),
          cell: ({ step }) => limitWordsOf(visit, step),
        },
        {
          key: 'next',
          label: say('process.step.next'),
          cell: ({ step }) => (
            <ul class="plain-list">
              {step.next.map((branch) => (
                <li lang={branch.when === null ? undefined : 'vi'}>
                  {branchWords(visit, branch, noOf(branch.to))}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
