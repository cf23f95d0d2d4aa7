import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Facts } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { proceduresUrl, procedureUrl, procedureVersionUrl } from '../urls.ts';
import { procedureWords } from '../words.ts';
import { Differences } from './differences.tsx';
import { decisionWords, procedureOfVisit } from './procedure.tsx';
import { ProcedureTextView } from './procedure-text.tsx';

/** One version of a procedure: by which decision, for how long, what changed since the one before, and all it says. */
export const procedureVersionPage = definePage(procedureVersionUrl(':procedure', ':no'), async (visit) => {
  const found = await procedureOfVisit(visit);
  if ('refused' in found) return found;
  const { row, versions } = found;
  const at = versions.findIndex(({ no }) => String(no) === visit.param('no'));
  const version = versions[at];
  if (version === undefined) return refuse('missing:thing');
  const before = versions[at + 1];
  const say = procedureWords.in(visit.language);
  const title = say('version.title-of', { no: version.no });
  return {
    title,
    kicker: <span lang="vi">{version.name}</span>,
    width: 'wide',
    breadcrumbs: [
      { href: proceduresUrl(), label: say('procedures.title') },
      { href: procedureUrl(row.id), label: row.name },
      { href: procedureVersionUrl(row.id, version.no), label: title, current: true },
    ],
    body: (
      <>
        <Facts
          facts={[
            { label: say('version.change'), value: visit.say(`version.change.${version.change}`) },
            { label: say('procedure.decision'), value: decisionWords(visit, version) },
            { label: say('procedure.valid-from'), value: formatDate(version.validFrom) },
            {
              label: say('procedure.valid-to'),
              value: version.validTo === null ? null : formatDate(version.validTo),
            },
          ]}
        />
        {before === undefined ? null : (
          <Differences
            visit={visit}
            caption={say('version.differences', { no: before.no })}
            before={before}
            after={version}
          />
        )}
        <ProcedureTextView visit={visit} text={version} />
      </>
    ),
  };
});
