import type { Content, Tone } from './types.ts';

/** Each state has a shape of its own, so that it is told apart without colour and in black-and-white print. */
const shapes: Readonly<Record<Tone, Content>> = {
  'on-time': <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  'due-soon': <path d="M6 1.2 11.3 10.8H.7Z" fill="currentColor" />,
  late: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
  waiting: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />,
  done: (
    <path
      d="m1.5 6.4 3.1 3.2 5.9-7"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  neutral: <path d="M1.5 6h9" stroke="currentColor" stroke-width="2" />,
};

/** The shape of a state alone; always beside a word. */
export function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}

export interface TagProps {
  readonly tone: Tone;
  /** The state in a word or two. */
  readonly children?: Content;
  /** Shown on hover: since when, or until when. */
  readonly title?: string | undefined;
}

/** A state as word and shape. */
export function Tag({ tone, children, title }: TagProps) {
  return (
    <span class={`tag ${tone}`} title={title}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}
