import { fold } from '../../pure/vietnamese/index.ts';
import type { Area } from './areas.ts';

/**
 * The areas of every administrative reform of the country (Nghị quyết 30c/NQ-CP and after): the words by which an
 * area's heading is known, and those by which its work is known. What stands first outweighs what comes later.
 */
const KINDS: readonly { heading: RegExp; work: readonly RegExp[] }[] = [
  {
    heading: /chi dao|dieu hanh/,
    work: [
      /(?:ke hoach|bao cao|tuyen truyen|kiem tra|sang kien|chi dao).{0,60}(?:cchc|cai cach hanh chinh)/,
      /cchc|cai cach hanh chinh|kinh te - xa hoi/,
    ],
  },
  {
    heading: /the che/,
    work: [/vbqppl|qppl|quy pham phap luat|thi hanh phap luat/, /phap luat|van ban phap luat/],
  },
  {
    heading: /thu tuc hanh chinh|mot cua/,
    work: [
      /thu tuc hanh chinh|tthc|mot cua|buu chinh cong ich|bo phan tiep nhan/,
      /phan anh,? kien nghi|doi thoai/,
    ],
  },
  {
    heading: /bo may/,
    work: [
      /phan cap|co cau to chuc|bo may|quy che lam viec|kien toan to chuc/,
      /sap xep|giai the|to chuc lai/,
    ],
  },
  {
    heading: /can bo|cong chuc|vien chuc|cong vu/,
    work: [
      /vi tri viec lam|tuyen dung|tinh gian bien che|nang ngach|thang hang|ky cuong|nhan su|dao tao, boi duong|danh gia, phan loai/,
      /cong chuc|vien chuc|can bo/,
    ],
  },
  {
    heading: /tai chinh/,
    work: [/du toan|quyet toan|ngan sach|tu chu|kinh phi|tai chinh/, /tiet kiem|thu nhap|tai san cong/],
  },
  {
    heading: /hien dai hoa|chinh quyen dien tu|chuyen doi so/,
    work: [
      /cong nghe thong tin|cntt|iso 9001|truc tuyen|van ban dien tu|phan mem quan ly van ban|co so du lieu/,
      /dien tu|phan mem|chuyen doi so/,
    ],
  },
];

/**
 * The area to which a task may belong, for the drafter to confirm: by the commitments that it carries out where they
 * are of one area alone, and otherwise by the words of its title, then of its requirement.
 * @param linked labels of the areas of the commitments that name it
 */
export function suggestArea(
  task: { title: string; requirement: string | null },
  areas: readonly Area[],
  linked: readonly string[],
): Area | undefined {
  const known = areas.map((area) => ({ area, kind: kindOf(area.name) }));
  const byWords = (text: string) => {
    const words = fold(text);
    for (const strength of [0, 1]) {
      const found = known.flatMap(({ area, kind }) => {
        const at = kind?.work[strength]?.exec(words)?.index;
        return at === undefined ? [] : [{ area, at }];
      });
      const [first] = found.sort((one, other) => one.at - other.at);
      if (first !== undefined) return first.area;
    }
    return undefined;
  };
  const [only, ...more] = [...new Set(linked)];
  const byLink = more.length === 0 ? areas.find(({ label }) => label === only) : undefined;
  return byWords(task.title) ?? byLink ?? (task.requirement === null ? undefined : byWords(task.requirement));
}

function kindOf(name: string) {
  const words = fold(name);
  return KINDS.find(({ heading }) => heading.test(words));
}
