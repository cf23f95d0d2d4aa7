import type { Somebody } from './office.ts';
import { type OneStop, openOneStop } from './one-stop.ts';

/** An office whose desk has dossiers in every way that a figure tells apart, each by its name. */
export interface HandledOffice extends OneStop {
  dossiers: ReadonlyMap<string, string>;
  /** Procedures offered online at level 3 and at level 4. */
  level3: string;
  level4: string;
}

const WITH_DECISION = { number: '12/QĐ-SGDĐT', date: '2019-02-01' };

/**
 * Fills a desk from December 2018 to January 2020; the clock stands at the end of that. Official days of 2018 are not
 * known, so what was accepted then has no appointed time.
 */
export async function openHandledOffice(): Promise<HandledOffice> {
  const desk = await openOneStop('2018-12-20T08:00');
  const dossiers = new Map<string, string>();
  const clerk = await desk.as('office_clerk', 'VP');
  const oneStop = await desk.as('one_stop_officer', 'MC');
  const head = await desk.as('head', 'GDTX');
  const deputy = await desk.as('deputy_director');
  const records = await desk.as('records_clerk');
  const atLevel = async (onlineLevel: string, name: string, field: string) => {
    const { id } = await desk.act(clerk, '/procedures', {
      name,
      field,
      onlineLevel,
      tier: 'department',
      ownerUnit: desk.units.KHTC,
      components: [{ name: 'Đơn đề nghị', originals: 1, required: true }],
      limits: [{ amount: 5, unit: 'wd' }],
    });
    await desk.act(clerk, `/procedures/${id}/announcements`, {
      number: `12${onlineLevel}/QĐ-UBND`,
      date: '2018-12-20',
      validFrom: '2018-12-20',
    });
    return id;
  };
  const level3 = await atLevel('3', 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc', 'Văn bằng, chứng chỉ');
  const level4 = await atLevel('4', 'Cho phép trung tâm ngoại ngữ hoạt động', 'Giáo dục thường xuyên');

  const take = async (name: string, at: string, more: object = {}) => {
    desk.at(at);
    const { id } = await desk.takeIn(more);
    dossiers.set(name, id);
    return id;
  };
  const does = (who: Somebody, id: string, at: string, path: string, input: object = {}) => {
    desk.at(at);
    return desk.act(who, `/dossiers/${id}/${path}`, input);
  };
  const toUnit = async (id: string, at: string) => {
    await does(oneStop, id, at, 'hand-over', { toUnit: desk.units.GDTX });
    await does(head, id, at, 'hand-over/confirmation');
  };
  const finish = async (id: string, at: string, outcome = 'granted') => {
    await does(head, id, at, 'proposal', { outcome, note: 'Đã thẩm định' });
    await does(head, id, at, 'agreement');
    await does(deputy, id, at, 'signature');
    await does(records, id, at, 'result', { number: `${dossiers.size + 100}/QĐ-SGDĐT` });
  };
  const giveBack = (id: string, at: string, by = 'direct') => does(oneStop, id, at, 'result/return', { by });
  const handled = async (name: string, from: string, to: string, more: object = {}) => {
    const id = await take(name, from, more);
    await toUnit(id, from);
    await finish(id, to);
    return id;
  };

  await giveBack(await handled('carried', '2018-12-28T10:00', '2019-01-02T09:00'), '2019-01-02T10:00');
  await giveBack(await handled('long ago', '2018-12-21T10:00', '2018-12-24T09:00'), '2018-12-25T10:00');
  // Due at the close of 21 January.
  await giveBack(await handled('on time', '2019-01-16T10:00', '2019-01-21T16:59'), '2019-01-24T09:00');
  await handled('uncollected', '2019-01-16T11:00', '2019-01-18T09:00');
  await giveBack(
    await handled('late', '2019-01-17T10:00', '2019-01-23T09:00', { channel: 'post' }),
    '2019-01-25T09:00',
    'post',
  );
  const apologised = await take('apologised', '2019-02-18T09:00');
  await toUnit(apologised, '2019-02-18T09:30');
  await does(deputy, apologised, '2019-02-20T09:00', 'apology', {
    reason: 'Chờ kết quả xác minh',
    day: '2019-02-25',
    ...WITH_DECISION,
  });
  await finish(apologised, '2019-02-22T09:00');
  const saturday = await handled('Saturday', '2019-02-23T09:00', '2019-02-25T09:00');
  await giveBack(saturday, '2019-03-02T09:00');
  const declined = await take('declined', '2019-02-25T10:00', { procedure: level3 });
  await toUnit(declined, '2019-02-25T10:10');
  await finish(declined, '2019-02-26T10:00', 'declined');
  const supplemented = await take('supplemented', '2019-03-04T08:00');
  await toUnit(supplemented, '2019-03-04T08:30');
  const asked = {
    items: [{ component: 'c2', what: 'Học bạ', reason: 'Thiếu trang điểm' }],
    basis: 'Nghị định 61/2018/NĐ-CP, điều 17',
  };
  await does(head, supplemented, '2019-03-05T09:00', 'supplement-request', asked);
  await does(oneStop, supplemented, '2019-03-11T09:00', 'supplement', {
    components: [{ key: 'c2', name: 'Học bạ', there: true, originals: 0, copies: 1 }],
  });
  await finish(supplemented, '2019-03-13T09:00');
  const withdrawn = await take('withdrawn', '2019-03-14T08:00');
  await does(oneStop, withdrawn, '2019-03-15T08:00', 'withdrawal', { reason: 'Đã học ở nơi khác' });
  const never = await take('withdrawn before acceptance', '2019-03-14T09:00', { accept: false });
  await does(oneStop, never, '2019-03-15T09:00', 'withdrawal', { reason: 'Đổi ý' });
  const refused = await take('refused', '2019-03-14T10:00', { accept: false });
  await does(oneStop, refused, '2019-03-14T11:00', 'refusal', {
    reason: 'Không thuộc thẩm quyền',
    basis: 'Điều 17',
  });
  const stopped = await take('stopped', '2019-03-14T11:00');
  await does(deputy, stopped, '2019-03-20T11:00', 'stop', {
    reason: 'Cơ sở đã giải thể',
    basis: 'Nghị định 46/2017/NĐ-CP',
    ...WITH_DECISION,
  });
  await take('submitted', '2019-03-25T08:00', { accept: false });
  const waiting = await take('waiting', '2019-03-25T08:30');
  await toUnit(waiting, '2019-03-25T09:00');
  await does(head, waiting, '2019-03-26T09:00', 'supplement-request', asked);
  const open = await take('open late', '2019-03-25T09:30');
  await toUnit(open, '2019-03-25T10:00');
  await does(deputy, open, '2019-03-28T16:00', 'apology', {
    reason: 'Hồ sơ gốc thất lạc',
    day: '2019-04-02',
    ...WITH_DECISION,
  });
  await take('typed online', '2019-10-07T08:00', { procedure: level3, channel: 'online' });
  await take('online', '2019-10-07T09:00', { procedure: level3, channel: 'online', bySelf: true });
  await handled('level 4', '2019-10-08T09:00', '2019-10-10T09:00', {
    procedure: level4,
    channel: 'online',
    bySelf: true,
  });
  await take('last day', '2019-10-31T16:30', { procedure: level3, channel: 'online', bySelf: true });
  await take('after the last day', '2019-11-01T08:00', {
    procedure: level3,
    channel: 'online',
    bySelf: true,
  });
  // In handling, and then at the desk, for more than two months.
  const long = await handled('took long', '2019-03-26T09:00', '2019-11-05T09:00');
  await handled('into the next year', '2019-12-30T09:00', '2020-01-03T09:00');
  await giveBack(long, '2020-01-07T09:00');
  desk.at('2020-01-10T10:00');
  return { ...desk, dossiers, level3, level4 };
}
