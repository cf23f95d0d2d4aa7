import type { Visit } from '../../platform/http/visit.ts';
import { DataTable } from '../../platform/view/index.ts';
import type { TemplateBlock } from '../../platform/word/blocks.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { templateWords } from '../template-words.ts';

/** A block as it is typed into a template: a loop with its end and the line that it prints. */
export function blockAsTyped({ name, kind, loop }: TemplateBlock): string {
  if (kind === 'content') return `{@${name}}`;
  if (kind === 'words') return `{${name}}`;
  return `{#${name}} ${loop === 'lines' ? '{.}' : '…'} {/${name}}`;
}

/** Blocks, how they are typed, and what each prints where. */
export function BlockTable({
  visit,
  id,
  caption,
  blocks,
}: {
  visit: Visit;
  id: string;
  caption: string;
  blocks: readonly TemplateBlock[];
}) {
  const say = templateWords.in(visit.language);
  return (
    <DataTable
      id={id}
      caption={caption}
      rows={blocks}
      empty={{ text: say('template.none') }}
      columns={[
        {
          key: 'block',
          label: say('template.block'),
          rowHeader: true,
          cell: (block) => <code lang="vi">{blockAsTyped(block)}</code>,
        },
        {
          key: 'meaning',
          label: say('template.meaning'),
          width: 'broad',
          cell: ({ name }) => visit.say(`template.block.${fold(name).replace(/[^a-z]+/g, '-')}`),
        },
      ]}
    />
  );
}
