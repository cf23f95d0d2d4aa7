import { featuresOf, likeness } from './likeness.ts';

/** What a measure says of itself. */
export interface MeasureText {
  id: string;
  /** Its name and definition. */
  text: string;
  /** Whether it counts out of something. */
  ofSomething: boolean;
}

/** Below this they share no more than the words that all share. */
const LEAST_LIKE = 0.2;

/** The measure that a target may mean, for a person to agree to; undefined where none is much like it. */
export function suggestMeasure<M extends MeasureText>(
  target: { text: string; share: boolean },
  measures: readonly M[],
): M | undefined {
  const wanted = featuresOf(target.text);
  const [best] = measures
    .filter(({ ofSomething }) => !target.share || ofSomething)
    .map((measure) => ({ measure, alike: likeness(wanted, featuresOf(measure.text)) }))
    .sort((a, b) => b.alike - a.alike);
  return best !== undefined && best.alike >= LEAST_LIKE ? best.measure : undefined;
}
