import { serve } from '@hono/node-server';
import { openSession } from '../src/people/sessions.ts';
import { startJobs } from '../src/platform/jobs/runner.ts';
import type { Role } from '../src/platform/policy/policy.ts';
import type { Office, StaffedOffice } from './office.ts';

/** An office that a real browser can visit, with its jobs running. */
export interface Served {
  url: string;
  /** The cookie of whoever holds a role, as a browser context wants it. */
  cookie(
    office: StaffedOffice,
    role: Role,
    unit?: Parameters<StaffedOffice['holder']>[1],
  ): Promise<{ name: string; value: string; url: string }>;
  close(): Promise<void>;
}

/** Serves an office on a free loopback port. @param working whether its jobs run, which change what pages show */
export async function serveOffice(office: Office, working = true): Promise<Served> {
  const jobs = startJobs(
    office.house,
    working ? office.house.slices.flatMap((slice) => slice.jobs ?? []) : [],
  );
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve({ fetch: office.app.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
        resolve({ server: started, port: info.port }),
      );
    },
  );
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    cookie: async (staffed, role, unit) => ({
      name: 'mc_session',
      value: await openSession(
        staffed.house.database,
        staffed.house.clock,
        staffed.holder(role, unit).accountId,
        {
          address: '127.0.0.1',
          agent: null,
        },
      ),
      url,
    }),
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await jobs.stop();
    },
  };
}
