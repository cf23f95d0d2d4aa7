import { z } from 'zod';
import type { Performing } from '../platform/actions/action.ts';
import { optionalId, ticked, whole } from '../platform/actions/fields.ts';
import { keptFile } from './actions/common.ts';
import type { DossierComponent } from './domain/dossier.ts';

/** The rows of a form on which components are ticked off. */
export const broughtFields = {
  components: z
    .array(
      z.object({
        key: z.string().max(40),
        name: z.string().max(1000),
        there: ticked(),
        originals: z.preprocess((value) => value || 0, whole(0, 999)),
        copies: z.preprocess((value) => value || 0, whole(0, 999)),
        file: optionalId(),
      }),
    )
    .max(100, 'too-many')
    .default([]),
};

/** Those that are there, with the files that came with the form. */
export async function broughtOf(
  performing: Performing,
  agencyId: string,
  rows: z.output<z.ZodObject<typeof broughtFields>>['components'],
): Promise<DossierComponent[]> {
  const brought: DossierComponent[] = [];
  for (const { there, file, ...row } of rows) {
    // A scan says that the paper is there, ticked or not.
    if (!there && file === null) continue;
    brought.push({ ...row, files: file === null ? [] : [await keptFile(performing, agencyId, file)] });
  }
  return brought;
}
