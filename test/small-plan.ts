import { readingJob } from '../src/plan/reading-job.ts';
import { serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import { fold } from '../src/pure/vietnamese/index.ts';
import { addOfficial, Somebody, type StaffedOffice } from './office.ts';

/** A row of the small plan's table. */
interface SmallTask {
  no: number;
  title: string;
  unit: string;
  requirement: string;
  deliverable: string;
  due: string;
}

export const SMALL_TASKS: readonly SmallTask[] = [
  {
    no: 1,
    title: 'Ban hành kế hoạch kiểm tra công tác cải cách hành chính tại các đơn vị',
    unit: 'Văn phòng',
    requirement: 'Kế hoạch nêu rõ nội dung, thời gian và đơn vị được kiểm tra',
    deliverable: 'Kế hoạch của Sở',
    due: 'Quý I/2019',
  },
  {
    no: 2,
    title: 'Tổ chức tập huấn nghiệp vụ giải quyết thủ tục hành chính cho công chức',
    unit: 'Phòng Tổ chức cán bộ',
    requirement: 'Công chức làm việc tại Bộ phận Một cửa được tập huấn',
    deliverable: 'Hội nghị tập huấn',
    due: 'Quý II/2019',
  },
  {
    no: 3,
    title: 'Rà soát, đơn giản hóa các quy trình nội bộ giải quyết công việc',
    unit: 'Thanh tra',
    requirement: 'Các quy trình được rà soát và công bố',
    deliverable: 'Quyết định công bố',
    due: 'Quý III/2019',
  },
];

/** The text of a small plan. */
export function smallPlan({
  tasks = SMALL_TASKS,
  number = '41/KH-SGDĐT',
  date = 'ngày 15 tháng 01 năm 2019',
  head = '',
  type = 'KẾ HOẠCH',
  title = 'Thực hiện công tác cải cách hành chính năm 2019',
}: Partial<{
  tasks: readonly SmallTask[];
  number: string;
  date: string;
  head: string;
  type: string;
  title: string;
}> = {}): string {
  const rows = tasks.map(
    ({ no, title: words, unit, requirement, deliverable, due }) =>
      `| ${no} | ${words} | ${unit} | | ${requirement} | ${deliverable} | ${due} |`,
  );
  return `SỞ GIÁO DỤC VÀ ĐÀO TẠO

Số: ${number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Hà Nội, ${date}

${type}

${title}

I. MỤC ĐÍCH, YÊU CẦU

Nâng cao chất lượng phục vụ người dân và tổ chức.
${head}
II. CHỈ TIÊU

- 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng

- Theo dõi, đôn đốc các đơn vị thực hiện kế hoạch.

PHỤ LỤC

| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Yêu cầu | Sản phẩm | Thời gian hoàn thành |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Nơi nhận:

- UBND Thành phố (để báo cáo);

- Các phòng thuộc Sở;

- Các đơn vị trực thuộc;

- Lưu: VT.

GIÁM ĐỐC
`;
}

/** Uploads a text as a plan and has it read. @returns the plan's id */
export async function uploadText(
  office: StaffedOffice,
  clerk: Somebody,
  text: string,
  name = 'ke-hoach.md',
): Promise<string> {
  const uploaded = await clerk.send('/plans/new', '/plans', { file: new File([text], name) });
  await readWaiting(office);
  return new URL(uploaded.headers.get('location') ?? '', 'http://localhost').pathname.split('/')[2] ?? '';
}

/** Reads whatever waits for the reader. */
export async function readWaiting({ house }: StaffedOffice): Promise<void> {
  await readingJob.run(house, new AbortController().signal);
}

/** Uploads a small plan, accepts its errors as written, and issues it. @returns its id */
export async function issueSmallPlan(
  office: StaffedOffice,
  clerk: Somebody,
  text = smallPlan(),
): Promise<string> {
  const plan = await uploadText(office, clerk, text);
  await acceptErrors(office, clerk, plan);
  const issued = await clerk.send(`/plans/${plan}/issue`, `/plans/${plan}/issue`, {});
  if (issued.headers.get('location') !== `/plans/${plan}?done=plan.issue`)
    throw new Error(`plan ${plan} was not issued: ${await issued.text()}`);
  return plan;
}

/** Answers what would keep a plan from being issued. */
export async function acceptErrors(office: StaffedOffice, clerk: Somebody, plan: string): Promise<void> {
  const { remarks } = await office.draft(plan);
  for (const { key, remark } of remarks)
    if (remark.severity === 'error')
      await clerk.api(`/plans/${plan}/remarks/${encodeURIComponent(key)}/answer`, {
        answer: 'accepted',
        note: 'Giữ như văn bản',
      });
}

/** An agency below the office's, with its clerk signed in. */
export interface AgencyBelow {
  agencyId: string;
  personId: string;
  clerk: Somebody;
}

export async function addAgencyBelow(office: StaffedOffice, code: string): Promise<AgencyBelow> {
  const agencyId = uuid7();
  const today = office.house.clock.today();
  const name = `Trường Tiểu học số ${code}`;
  const { accountId, personId } = await office.house.database.write(
    serverScope([agencyId]),
    async (query) => {
      const dated = { valid_from: today, seq: 1 };
      await query
        .insertInto('agency')
        .values({
          id: agencyId,
          code,
          name,
          name_fold: fold(name),
          short_name: name,
          symbol: code,
          place: 'Hà Nội',
          kind: 'school',
          tier: 'department',
          parent_id: office.agencyId,
          position: 1,
          ...dated,
        })
        .execute();
      return addOfficial(query, {
        agencyId,
        name: `Cán bộ ${code}`,
        role: 'agency_clerk',
        unitId: null,
        login: `clerk.${code}`.toLowerCase(),
        from: today,
      });
    },
  );
  const clerk = new Somebody(office);
  await clerk.sitDown(office, accountId);
  return { agencyId, personId, clerk };
}
