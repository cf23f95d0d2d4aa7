import { type DemoDossier, DOSSIERS, type DossierStep } from '../data/dossiers.ts';
import { PROCEDURES } from '../data/procedures.ts';
import { atTime, type Scene, type Stage } from '../scene.ts';
import { unitId } from './plan.ts';
import { personOf } from './tasks.ts';

const DESK_OFFICER = 'motcua1';

/** The one-stop desk as it is set up on the first days of the year; its identifiers are invented. */
export function deskScenes(): Scene[] {
  return [
    {
      key: 'desk',
      at: atTime('2019-01-03', 30),
      who: 'chuyenvien.vp',
      action: 'desk.save',
      input: async (stage) => ({
        agency: stage.agencyId,
        unit: await unitId(stage, 'MC'),
        identifier2018: '000.00.01.H26',
        identifier2025: 'H26.03',
      }),
    },
  ];
}

/** The dossiers that are told by hand, each from the counter to what became of it. */
export function dossierScenes(): Scene[] {
  return DOSSIERS.flatMap((dossier) => [
    intake(dossier),
    ...dossier.steps.map((step) => sceneOf(dossier, step)),
  ]);
}

const keyOf = ({ key }: DemoDossier) => `dossier.${key}`;

function procedureOf({ procedure }: DemoDossier) {
  const found = PROCEDURES.find(({ key }) => key === procedure);
  if (found === undefined) throw new Error(`the demo has no procedure ${procedure}`);
  return found;
}

function intake(dossier: DemoDossier): Scene {
  return {
    key: keyOf(dossier),
    at: dossier.at,
    who: DESK_OFFICER,
    action: 'dossier.submit',
    input: (stage) => ({
      agency: stage.agencyId,
      procedure: stage.made(`procedure.${dossier.procedure}`),
      owner: dossier.owner,
      subject: dossier.subject,
      channel: dossier.channel ?? 'direct',
      returnBy: dossier.channel === 'post' ? 'post' : 'direct',
      bySelf: dossier.bySelf === true,
      components: procedureOf(dossier).components.map(([name, originals, copies], index) => ({
        key: `c${index + 1}`,
        name,
        there: true,
        originals,
        copies,
      })),
      accept: dossier.waits !== true,
    }),
  };
}

/** Who does each act, by which action, with what. */
function sceneOf(dossier: DemoDossier, [act, at]: DossierStep): Scene {
  const { owner } = procedureOf(dossier);
  const division = owner.toLowerCase();
  const head = `truongphong.${division}`;
  const officer = `chuyenvien1.${division}`;
  const scene = (
    who: string,
    action: string,
    more: (stage: Stage) => object | Promise<object> = () => ({}),
  ): Scene => ({
    key: `${keyOf(dossier)}.${act}`,
    at,
    who,
    action,
    input: async (stage) => ({ dossier: stage.made(keyOf(dossier)), ...(await more(stage)) }),
  });
  switch (act) {
    case 'hand-over':
      return scene(DESK_OFFICER, 'dossier.hand-over', async (stage) => ({
        toUnit: await unitId(stage, owner),
      }));
    case 'confirm':
      return scene(head, 'dossier.confirm-hand-over');
    case 'assign':
      return scene(head, 'dossier.assign', async (stage) => ({ person: await personOf(stage, officer) }));
    case 'propose':
      return scene(officer, 'dossier.propose', () => ({ outcome: 'granted', note: 'Hồ sơ đủ điều kiện.' }));
    case 'agree':
      return scene(head, 'dossier.agree');
    case 'sign':
      return scene('phogiamdoc.chuyenmon', 'dossier.sign');
    case 'finish':
      return scene('vanthu', 'dossier.finish', () => ({ number: `${numberOf(dossier)}/SGDĐT-${owner}` }));
    case 'return':
      return scene(DESK_OFFICER, 'dossier.return-result', () => ({
        by: dossier.channel === 'post' ? 'post' : 'direct',
      }));
    case 'refuse':
      return scene(DESK_OFFICER, 'dossier.refuse', () => ({
        reason: 'Chuyển trường cấp trung học cơ sở thuộc thẩm quyền của phòng giáo dục và đào tạo.',
        basis: 'Quyết định số 51/2002/QĐ-BGDĐT',
      }));
    case 'withdraw':
      return scene(DESK_OFFICER, 'dossier.withdraw', () => ({ reason: 'Gia đình không còn nhu cầu.' }));
    case 'request-supplement':
      return scene(officer, 'dossier.request-supplement', () => ({
        items: [{ component: 'c2', what: 'Học bạ', reason: 'Thiếu xác nhận của trường nơi đi' }],
        basis: 'Nghị định số 61/2018/NĐ-CP, Điều 17',
      }));
    case 'receive-supplement':
      return scene(DESK_OFFICER, 'dossier.receive-supplement', () => ({
        components: [{ key: 'c2', name: 'Học bạ', there: true, originals: 1, copies: 1 }],
      }));
    case 'apologise':
      return scene('giamdoc', 'dossier.apologise', () => ({
        reason: 'Chờ xác minh học bạ tại trường nơi đi.',
        day: '2019-03-20',
        number: '812/SGDĐT-VP',
      }));
  }
}

/** The number of a result in the register of outgoing documents: invented, one a dossier. */
const numberOf = (dossier: DemoDossier) => 900 + DOSSIERS.indexOf(dossier);
