import { readFile } from 'node:fs/promises';
import { jobsOf } from '../src/house.ts';
import { type Office, Somebody, type StaffedOffice } from './office.ts';

/** Plan 375 uploaded, read, its errors accepted as written, and issued by the Office clerk. @returns its id */
export async function issuePlan(office: StaffedOffice): Promise<string> {
  const clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  const bytes = await readFile(new URL('../examples/plan-375.txt', import.meta.url));
  const uploaded = await clerk.send('/plans/new', '/plans', { file: new File([bytes], 'KH 375.txt') });
  await runJobs(office);
  const review = new URL(uploaded.headers.get('location') ?? '', 'http://localhost').pathname;
  const plan = review.split('/')[2] ?? '';
  const { remarks } = await office.draft(plan);
  for (const { key, remark } of remarks.filter((one) => one.remark.severity === 'error')) {
    const note = `Giữ như văn bản: ${remark.rule}`;
    const url = `/plans/${plan}/remarks/${encodeURIComponent(key)}/answer`;
    await clerk.api(url, { answer: 'accepted', note });
  }
  const issued = await clerk.send(`/plans/${plan}/issue`, `/plans/${plan}/issue`, {});
  if (issued.headers.get('location') !== `/plans/${plan}?done=plan.issue`)
    throw new Error(`plan ${plan} could not be issued`);
  return plan;
}

/** Runs every job once. */
export async function runJobs({ house }: Office): Promise<void> {
  for (const job of jobsOf(house.slices)) await job.run(house, new AbortController().signal);
}
