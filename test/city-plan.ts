import type { Somebody, StaffedOffice } from './office.ts';
import { uploadText } from './small-plan.ts';

/** A row of the city's table. */
interface CityTask {
  title: string;
  lead: string;
  support: string;
  due: string;
}

/** Invented: given to all agencies, given in support, given to another one, and given to the department alone. */
export const CITY_TASKS: readonly CityTask[] = [
  {
    title: 'Ban hành kế hoạch kiểm tra công tác cải cách hành chính năm 2019',
    lead: 'Các sở, ban, ngành',
    support: '',
    due: 'Quý I/2019',
  },
  {
    title: 'Tập huấn nghiệp vụ giải quyết thủ tục hành chính cho công chức Bộ phận Một cửa',
    lead: 'Sở Nội vụ',
    support: 'Sở Giáo dục và Đào tạo',
    due: 'Quý III/2019',
  },
  {
    title: 'Nâng cấp cơ sở dữ liệu lý lịch tư pháp',
    lead: 'Sở Tư pháp',
    support: '',
    due: 'Quý IV/2019',
  },
  {
    title: 'Công khai chuẩn đầu ra ngoại ngữ của các lớp chuyên',
    lead: 'Sở Giáo dục và Đào tạo',
    support: '',
    due: 'Trước ngày 01/7/2019',
  },
];

/** The text of a short plan of the city. */
export function cityPlan(tasks: readonly CityTask[] = CITY_TASKS): string {
  const rows = tasks.map(
    ({ title, lead, support, due }, index) =>
      `| ${index + 1} | ${title} | ${lead} | ${support} | | Báo cáo | ${due} |`,
  );
  return `ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI

Số: 11/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 08 tháng 01 năm 2019

KẾ HOẠCH

Cải cách hành chính của Thành phố năm 2019

I. MỤC ĐÍCH, YÊU CẦU

Nâng cao hiệu lực, hiệu quả hoạt động của các cơ quan hành chính.

PHỤ LỤC

| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Yêu cầu | Sản phẩm | Thời gian hoàn thành |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Nơi nhận:

- Các sở, ban, ngành;

- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
`;
}

/** Uploads the city's plan and adopts it as parent of plans of the office. @returns its id */
export async function adoptCityPlan(
  office: StaffedOffice,
  clerk: Somebody,
  plans: readonly string[],
  text = cityPlan(),
): Promise<string> {
  const city = await uploadText(office, clerk, text, 'ke-hoach-thanh-pho.md');
  const adopted = await clerk.api(`/plans/${city}/adoption`, { plans });
  if (adopted.status !== 201) throw new Error(`the city's plan was not adopted: ${await adopted.text()}`);
  return city;
}
