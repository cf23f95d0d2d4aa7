import { type Language, readersLanguage } from '../i18n/language.ts';
import { TIME_LEFT_WORDS } from '../i18n/time-left.ts';
import { Shape } from './tag.tsx';
import type { Content, Tone } from './types.ts';
import { viewWords } from './words.ts';

export interface Fact {
  readonly label: string;
  /** Nothing known is shown as a dash. */
  readonly value: Content;
}

/** What is known of a thing: label and value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{isNothing(fact.value) ? '–' : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isNothing(value: Content): boolean {
  return value === undefined || value === null || value === '';
}

export interface LedgerEntry {
  readonly who: Content;
  readonly onBehalfOf?: string | undefined;
  /** As people write it, and as a machine reads it. */
  readonly when: string;
  readonly iso: string;
  readonly what: Content;
  readonly why?: Content;
  readonly tone?: Tone | undefined;
  /** Documents, differences: what belongs to the entry. */
  readonly more?: Content;
}

/** The ledger of a thing: who did what, when and why; newest first or as given. */
export function Timeline({
  entries,
  label,
}: {
  readonly entries: readonly LedgerEntry[];
  readonly label?: string;
}) {
  return (
    <ol class="timeline" aria-label={label ?? viewWords.timeline}>
      {entries.map((entry) => (
        <li class={entry.tone}>
          <span class="timeline-mark">
            <Shape tone={entry.tone ?? 'neutral'} />
          </span>
          <p class="timeline-what">{entry.what}</p>
          <p class="timeline-who">
            {entry.who}
            {entry.onBehalfOf === undefined ? null : ` (${viewWords.onBehalfOf} ${entry.onBehalfOf})`} ·{' '}
            <time datetime={entry.iso}>{entry.when}</time>
          </p>
          {entry.why === undefined ? null : (
            <p class="timeline-why">
              <span>{viewWords.reason}</span> {entry.why}
            </p>
          )}
          {entry.more}
        </li>
      ))}
    </ol>
  );
}

export interface FigureProps {
  /** The value as people write it: "96,8 %". Absent: there is nothing to count. */
  readonly value?: string | undefined;
  /** The list that it was counted from. */
  readonly href?: string | undefined;
  readonly label: Content;
  /** Both stand beside a percentage: "1.210" of "1.250". */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Threshold, time, definition: "Chỉ tiêu: từ 95 %". */
  readonly note?: Content;
  readonly tone?: Tone | undefined;
}

/** A number that opens its list. */
export function Figure(props: FigureProps) {
  const { value, href, label, numerator, denominator, note, tone } = props;
  const number = (
    <>
      <span class="figure-value">{value ?? viewWords.noRecords}</span>
      {numerator === undefined || denominator === undefined ? null : (
        <span class="figure-parts">
          {' '}
          {numerator}/{denominator}
        </span>
      )}
    </>
  );
  return (
    <div class={value === undefined ? 'figure none' : 'figure'}>
      <p class="figure-label">{label}</p>
      <p class="figure-number">{href === undefined ? number : <a href={href}>{number}</a>}</p>
      {note === undefined ? null : (
        <p class="figure-note">
          {tone === undefined ? null : (
            <span class={`tone ${tone}`}>
              <Shape tone={tone} />
            </span>
          )}
          {note}
        </p>
      )}
    </div>
  );
}

/** Figures side by side. */
export function FigureRow({ children }: { readonly children?: Content }) {
  return <div class="figure-row">{children}</div>;
}

export interface EvidenceChipProps {
  /** "375/KH-SGDĐT" or the name of a file. */
  readonly number: string;
  readonly href?: string | undefined;
  /** "ngày 28/01/2019". */
  readonly date?: string | undefined;
  readonly abstract?: string | undefined;
  readonly tone?: Tone | undefined;
  /** The state in a word: "đã xác nhận". */
  readonly state?: string | undefined;
}

/** A document as evidence: number and symbol, date, state. */
export function EvidenceChip({ number, href, date, abstract, tone, state }: EvidenceChipProps) {
  return (
    <span class="evidence-chip">
      <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
        <path
          d="M2 1h6.5L12 4.5V15H2zM8.5 1v3.5H12M4.5 8h5M4.5 11h5"
          fill="none"
          stroke="currentColor"
          stroke-width="1.3"
        />
      </svg>
      <span class="evidence-text">
        {href === undefined ? <strong>{number}</strong> : <a href={href}>{number}</a>}
        {date === undefined ? null : <span>, {date}</span>}{' '}
        {state === undefined ? null : (
          <span class={`evidence-state tone ${tone ?? 'neutral'}`}>
            <Shape tone={tone ?? 'neutral'} />
            {state}
          </span>
        )}
        {abstract === undefined ? null : <span class="evidence-abstract">{abstract}</span>}
      </span>
    </span>
  );
}

export interface TimeLeftProps {
  /** "còn 2 ngày 3 giờ làm việc", "quá 4 giờ làm việc". */
  readonly text: string;
  readonly tone: Tone;
  /** The appointed date, on hover and in print: "thứ Sáu, 28/06/2019". */
  readonly date: string;
  readonly iso: string;
  /** The page that explains the date day by day. */
  readonly href?: string | undefined;
  /**
   * Lets the browser count on: working minutes left now (negative when past), working minutes in a day,
   * and for how many minutes from now office time runs before the desk closes.
   */
  readonly counting?:
    | { readonly minutes: number; readonly dayMinutes: number; readonly runsFor: number }
    | undefined;
}

/** What the browser's script counts on with. */
const COUNTING_WORDS: Record<Language, string> = {
  vi: JSON.stringify(TIME_LEFT_WORDS.vi),
  en: JSON.stringify(TIME_LEFT_WORDS.en),
};

/** How long there is still. */
export function TimeLeft({ text, tone, date, iso, href, counting }: TimeLeftProps) {
  const time = (
    <time datetime={iso} title={date}>
      {counting === undefined ? (
        text
      ) : (
        <time-left
          minutes={counting.minutes}
          day-minutes={counting.dayMinutes}
          runs-for={counting.runsFor}
          words={COUNTING_WORDS[readersLanguage()]}
        >
          {text}
        </time-left>
      )}
    </time>
  );
  return (
    <span class={`time-left tone ${tone}`}>
      <Shape tone={tone} />
      <span>
        {href === undefined ? time : <a href={href}>{time}</a>}
        <span class="print-only"> ({date})</span>
      </span>
    </span>
  );
}
