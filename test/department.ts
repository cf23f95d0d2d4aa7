import { type Office, openEmptyOffice, Somebody } from './office.ts';

export const PASSWORD = 'một mật khẩu đủ dài';

/** What the first visitor of an empty installation types. */
export const SET_UP = {
  name: 'Sở Giáo dục và Đào tạo',
  shortName: 'Sở GD&ĐT',
  code: 'SGDDT',
  symbol: 'SGDĐT',
  place: 'Hà Nội',
  person: 'Quản trị hệ thống',
  position: 'Quản trị hệ thống',
  login: 'quantri',
  password: PASSWORD,
};

export interface Department extends Office {
  administrator: Somebody;
  /** Performs an action as the administrator; fails the test where it is refused. @returns its result */
  done(path: string, input: object): Promise<{ id: string } & Record<string, string>>;
  /** Adds a person with a role, an account and a password. */
  person(login: string, role: string, unit?: string, agency?: string): Promise<{ id: string; who: Somebody }>;
}

/** An office that has been set up, with its administrator signed in. */
export async function openDepartment(clock?: string): Promise<Department> {
  const office = await openEmptyOffice(clock);
  await new Somebody(office).send('/set-up', '/set-up', SET_UP);
  const administrator = new Somebody(office);
  await administrator.signIn(SET_UP.login, PASSWORD);
  const done: Department['done'] = async (path, input) => {
    const response = await administrator.api(path, input);
    const result = await response.json();
    if (response.status !== 201) throw new Error(`${path}: ${response.status} ${JSON.stringify(result)}`);
    return result as Awaited<ReturnType<Department['done']>>;
  };
  return {
    ...office,
    administrator,
    done,
    async person(login, role, unit, agency) {
      const { id } = await done('/people', { agency, name: `Người ${login}`, position: role });
      await done(`/people/${id}/posts`, { role, unit });
      const opened = await administrator.send(`/people/${id}`, `/people/${id}/account`, { login });
      const slips = await (await administrator.get(opened.headers.get('location') ?? '')).text();
      const who = new Somebody(office);
      await who.signIn(login, codeOn(slips));
      await who.send('/password', '/password', { password: PASSWORD });
      await who.signIn(login, PASSWORD);
      return { id, who };
    },
  };
}

/** The first one-time code on a page of slips. */
export function codeOn(page: string): string {
  const code = /[2-9B-Z]{4}(?:-[2-9B-Z]{4}){3}/.exec(page)?.[0];
  if (code === undefined) throw new Error('no code on the page');
  return code;
}
