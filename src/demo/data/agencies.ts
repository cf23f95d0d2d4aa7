import { fold } from '../../pure/vietnamese/index.ts';
import { randomFor } from '../random.ts';

/** Hà Nội's urban districts, rural districts and town as they were in 2019 (30 until 1 July 2025). */
const DISTRICTS = {
  quận: [
    ...['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Long Biên', 'Cầu Giấy', 'Đống Đa', 'Hai Bà Trưng', 'Hoàng Mai'],
    ...['Thanh Xuân', 'Hà Đông', 'Nam Từ Liêm', 'Bắc Từ Liêm'],
  ],
  'thị xã': ['Sơn Tây'],
  huyện: [
    ...['Ba Vì', 'Chương Mỹ', 'Đan Phượng', 'Đông Anh', 'Gia Lâm', 'Hoài Đức', 'Mê Linh', 'Mỹ Đức'],
    ...['Phú Xuyên', 'Phúc Thọ', 'Quốc Oai', 'Sóc Sơn', 'Thạch Thất', 'Thanh Oai', 'Thanh Trì'],
    ...['Thường Tín', 'Ứng Hòa'],
  ],
} as const;

/** Kinds of affiliated schools and centres, and how many of each the demo has. */
const AFFILIATED = [
  { name: 'Trường THPT số', code: 'THPT', kind: 'school', count: 84, head: 'Hiệu trưởng' },
  { name: 'Trung tâm GDNN-GDTX số', code: 'GDTX', kind: 'centre', count: 29, head: 'Giám đốc' },
  { name: 'Trường mầm non số', code: 'MN', kind: 'school', count: 3, head: 'Hiệu trưởng' },
  { name: 'Trường chuyên biệt số', code: 'CB', kind: 'school', count: 4, head: 'Hiệu trưởng' },
] as const;

/** An agency below the department, with what its people are called. */
export interface AgencyBelow {
  code: string;
  name: string;
  shortName: string;
  symbol: string;
  kind: 'district_office' | 'school' | 'centre';
  tier: 'department' | 'district';
  /** Last part of its people's logins. */
  login: string;
  head: string;
  /** Whether it has appointed a reform focal officer; a few have not. */
  focalOfficer: boolean;
}

const compact = (name: string) => fold(name).replace(/[^a-z0-9]/g, '');

const districtOffices = Object.entries(DISTRICTS).flatMap(([kind, places]) =>
  places.map((place): AgencyBelow => {
    const name = `Phòng Giáo dục và Đào tạo ${kind} ${place}`;
    return {
      code: `PGD-${compact(place).toUpperCase()}`,
      name,
      shortName: `Phòng GD&ĐT ${place}`,
      symbol: 'PGDĐT',
      kind: 'district_office',
      tier: 'district',
      login: `pgd.${compact(place)}`,
      head: 'Trưởng phòng',
      focalOfficer: true,
    };
  }),
);

const affiliated = AFFILIATED.flatMap(({ name, code, kind, count, head }) =>
  Array.from({ length: count }, (_, index): AgencyBelow => {
    const number = index + 1;
    return {
      code: `${code}${number}`,
      name: `${name} ${number}`,
      shortName: `${name.replace(/^Trường |^Trung tâm /, '')} ${number}`,
      symbol: `${code}${number}`,
      kind,
      tier: 'department',
      login: `${code.toLowerCase()}${number}`,
      head,
      focalOfficer: !randomFor(`focal officer of ${code}${number}`).chance(6),
    };
  }),
);

/** The 30 district offices and the 120 affiliated schools and centres, known by kind and number. */
export const AGENCIES_BELOW: readonly AgencyBelow[] = [...districtOffices, ...affiliated];
