import { fold } from '../../pure/vietnamese/index.ts';

/** Words by which a plan's text speaks to the agencies below. */
const SPEAKS_TO = {
  affiliated:
    /(don vi|truong|co so giao duc)[^.;]*(truc thuoc|su nghiep)|don vi su nghiep|don vi giao duc|don vi truong|co so giao duc|toan nganh|can bo, giao vien/,
  district_offices: /phong (gd|giao duc)[^.;]*(quan|huyen|thi xa)|cap huyen|toan nganh/,
  units: /phong ban|cac phong/,
} as const;

/** Beginnings of what the agency above does itself. */
const OWN_WORK = /^(so (gd|giao duc)|cac phong ban|ra soat chuc nang)/;

/** Whether a commitment of the plan above speaks to a group of recipients. */
export function speaksTo(text: string, group: keyof typeof SPEAKS_TO): boolean {
  const folded = fold(text);
  return SPEAKS_TO[group].test(folded) && (group === 'units' || !OWN_WORK.test(folded));
}
