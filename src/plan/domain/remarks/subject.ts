import { fold } from '../../../pure/vietnamese/fold.ts';
import type { CitationFacts } from './citation-facts.ts';
import type { PlanContext } from './plan-context.ts';

/** Two names for one thing in administrative law, brought to one form before subjects are compared. */
const SAME_THING: readonly (readonly [RegExp, string])[] = [
  // Decree 61/2018/NĐ-CP, art. 7: the desk is called by both names.
  [/bo phan (?:tiep nhan va tra ket qua|mot cua)/gu, 'bo phan mot cua'],
  [/uy ban nhan dan/gu, 'ubnd'],
  [/hoi dong nhan dan/gu, 'hdnd'],
  [/thu tuc hanh chinh/gu, 'tthc'],
  [/van ban quy pham phap luat/gu, 'vbqppl'],
  [/cong nghe thong tin/gu, 'cntt'],
  // To publish: neither half of it says so alone.
  [/cong khai/gu, 'congkhai'],
  // A preposition, unlike the first half of "đối thoại" and "đối chiếu".
  [/doi voi/gu, 'voi'],
];

/** Words that stand around any citation and say nothing about its subject. */
const EVERYWHERE = new Set(
  (
    'nghi dinh quyet thong tu lien tich chi thi ke hoach cong van so ngay thang nam cua chinh phu thu tuong ubnd hdnd ' +
    'thanh pho tinh huyen quan bo so nganh theo quy tai can cu ve viec ban hanh huong dan thuc hien trien khai to chuc va ' +
    'cac cho voi duoc trong tu den mot don vi co quan cap phong truc thuoc noi dung cong tac lam nguoi tiep tuc dam bao ' +
    'phu hop chi dao nha nuoc nd cp qd ttg tt ttlt nq kh ct cv'
  ).split(' '),
);

/** The words around a citation: its own task's cells, or its own paragraph near it. */
export function subjectAround(citation: CitationFacts, context: PlanContext): string[] {
  const task = context.tasks.find(
    ({ range }) => range.start <= citation.range.start && citation.range.end <= range.end,
  );
  if (task !== undefined) return words(`${task.task.title}. ${near(citation, context)}`);
  return words(near(citation, context));
}

function near({ range }: CitationFacts, { source }: PlanContext): string {
  const before = source.text.slice(Math.max(0, range.start - 120), range.start);
  const after = source.text.slice(range.end, range.end + 160);
  return `${before.split(/[\n\t;]/u).at(-1)} . ${after.split(/[\n\t;]/u)[0]}`;
}

function words(text: string): string[] {
  let folded = fold(text);
  for (const [two, one] of SAME_THING) folded = folded.replace(two, one);
  return folded.split(/[^a-z0-9]+/u).filter((word) => /^[a-z]+$/u.test(word));
}

/** The pairs of neighbouring words of a text of which one at least says something about its subject. */
export function pairsOf(text: string): string[] {
  const sequence = words(text);
  const out: string[] = [];
  for (let at = 0; at + 1 < sequence.length; at++) {
    const pair = sequence.slice(at, at + 2);
    if (pair.some((word) => !EVERYWHERE.has(word))) out.push(pair.join(' '));
  }
  return out;
}

/** The words of a text that say something about its subject, each once. */
export function mattersOf(text: string): string[] {
  return [...new Set(words(text).filter((word) => !EVERYWHERE.has(word)))];
}

/** Whether two surroundings share three words in a row, at least one of them not to be found around any citation. */
export function subjectsMeet(one: readonly string[], other: readonly string[]): boolean {
  const triples = new Set(triplesOf(one));
  return triplesOf(other).some((triple) => triples.has(triple));
}

function triplesOf(sequence: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at + 2 < sequence.length; at++) {
    const triple = sequence.slice(at, at + 3);
    if (triple.some((word) => !EVERYWHERE.has(word))) out.push(triple.join(' '));
  }
  return out;
}
