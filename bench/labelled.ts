import { existsSync } from 'node:fs';
import process from 'node:process';

/**
 * The folder of labelled plans, which are not part of the project: named by LABELLED_PLANS.
 * @returns null, and says so, where it is not named
 * @throws Error where nothing of the name is in the folder
 */
export function labelledPlans(file: string): string | null {
  const folder = process.env.LABELLED_PLANS;
  if (folder === undefined || folder === '') {
    console.log(
      'LABELLED_PLANS does not name a folder of labelled plans: no precision and recall to report.',
    );
    return null;
  }
  if (!existsSync(`${folder}/${file}`)) throw new Error(`LABELLED_PLANS=${folder} holds no ${file}`);
  return folder;
}
