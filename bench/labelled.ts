import { existsSync } from 'node:fs';
import process from 'node:process';

/** The folder of labelled plans, which are not part of the project: named by LABELLED_PLANS. */
export function labelledPlans(file: string): string | null {
  return labelled('LABELLED_PLANS', file);
}

/**
 * A folder of labelled documents, which are not part of the project: named by a setting.
 * @returns null, and says so, where it is not named
 * @throws Error where nothing of the name is in the folder
 */
export function labelled(setting: string, file: string): string | null {
  const folder = process.env[setting];
  if (folder === undefined || folder === '') {
    console.log(
      `${setting} does not name a folder of labelled documents: no precision and recall to report.`,
    );
    return null;
  }
  if (!existsSync(`${folder}/${file}`)) throw new Error(`${setting}=${folder} holds no ${file}`);
  return folder;
}
