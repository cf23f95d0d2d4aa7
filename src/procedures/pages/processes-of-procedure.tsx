import { agencyNames } from '../../agencies/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, ButtonRow, DataTable } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { ProcessStateTag, standingOfProcess } from '../process-list.tsx';
import { newProcessUrl, processUrl } from '../process-urls.ts';
import { processWords } from '../process-words.ts';
import { processesOfProcedure } from '../processes.ts';

/** How agencies handle the dossiers of a procedure, as far as the visitor may see it. */
export async function ProcessesOfProcedure({ visit, procedure }: { visit: Visit; procedure: string }) {
  const { agencyId } = visit.actor;
  if (!visit.may('internal-process.read', { agencyId }).allowed) return null;
  const say = processWords.in(visit.language);
  const { processes, names } = await visit.read('internal-process.read', async (query, scope) => {
    const found = await processesOfProcedure(query, scope.whole, agencyId, procedure);
    return {
      processes: found,
      names: await agencyNames(query, [...new Set(found.map((one) => one.agencyId))]),
    };
  });
  const drafted = processes.some((one) => one.state === 'draft' && one.agencyId === agencyId);
  const begins = !drafted && visit.may('internal-process.keep', { agencyId }).allowed;
  if (processes.length === 0 && !begins) return null;
  const today = visit.house.clock.today();
  return (
    <section>
      <DataTable
        id="internal-processes"
        caption={say('processes.title')}
        rows={processes}
        empty={{ text: say('processes.empty') }}
        columns={[
          {
            key: 'agency',
            label: say('process.agency'),
            rowHeader: true,
            cell: (process) => (
              <a href={processUrl(process.id)} lang="vi">
                {names.get(process.agencyId) ?? ''}
              </a>
            ),
          },
          { key: 'isoCode', label: say('process.iso-code'), cell: ({ isoCode }) => isoCode },
          { key: 'version', label: say('process.version'), cell: ({ version }) => version },
          {
            key: 'state',
            label: say('process.state'),
            cell: (process) => {
              const standing = standingOfProcess(process, today);
              return <ProcessStateTag standing={standing} words={say(`process.state.${standing}`)} />;
            },
          },
          {
            key: 'validFrom',
            label: say('process.valid-from'),
            cell: ({ validFrom }) => (validFrom === null ? null : formatDate(validFrom)),
          },
        ]}
      />
      {begins ? (
        <ButtonRow>
          <Button variant="secondary" href={`${newProcessUrl()}?procedure=${procedure}`}>
            {say('processes.new')}
          </Button>
        </ButtonRow>
      ) : null}
    </section>
  );
}
