import { expect, test } from 'vitest';
import { readCatalogueJson } from './catalogue-json.ts';
import { readGluedBases, readGluedComponents, readGluedResults, readGluedWays, splitList } from './glued.ts';

const PAGE = {
  ma_thu_tuc: '1.900201',
  ten_thu_tuc: 'Đăng ký phòng đọc sách',
  so_quyet_dinh: '12/QĐ-BTN',
  cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
  linh_vuc: 'Thư viện',
  doi_tuong_thuc_hien: 'Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  trinh_tu_thuc_hien: 'Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.',
  cach_thuc_thuc_hien:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp5 Ngày làm việc50,000 Việt Nam Đồng(50.000đ/lần)Nộp tại bộ phận Một cửa.Trực tuyến3 Ngày làm việcMiễn phíDịch vụ bưu chính8 GiờKhông có thông tinTrả kết quả qua dịch vụ bưu chính.',
  thanh_phan_ho_so:
    '--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đăng ký theo Mẫu số 01 ban hành kèm theo Nghị định số 93/2020/NĐ-CPMau 01.docx1 bản chínhBản sao giấy phép (nếu có)0 bản chính,1 bản sao',
  can_cu_phap_ly:
    'Tên văn bản pháp lýMã văn bảnLuật Thư viện46/2019/QH14Thông tư số 01/2020/TT-BVHTTDL ngày 22/5/202001/2020/TT-BVHTTDL',
  yeu_cau_dieu_kien: 'Không có thông tin',
  ket_qua_xu_ly:
    'Giấy xác nhậnMã: KQ.G99.000001Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phố',
};

const SERVICE = {
  MATTHC: '2.900202.000.00.00.H99',
  TENTTHC: 'Chuyển trường',
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G99', TENLINHVUC: 'Giáo dục trung học' }],
  TRINHTUTHUCHIEN: [
    { TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Nộp hồ sơ' }, { TENTRINHTU: 'Nhận kết quả' }] },
  ],
  CACHTHUCTHUCHIEN: [
    {
      KENH: '1',
      THOIGIAN: [
        {
          THOIGIANGIAIQUYET: '2',
          DONVITINH: 'Ngày làm việc',
          MOTA: '',
          PHILEPHI: [{ SOTIEN: '0', DONVI: 'Đồng' }],
        },
      ],
    },
    { KENH: '3', THOIGIAN: [{ THOIGIANGIAIQUYET: '4', DONVITINH: 'Ngày', MOTA: 'Tính từ dấu bưu điện' }] },
  ],
  THANHPHANHOSO: [{ TRUONGHOP: 'Chuyển đi', GIAYTO: [{ TENGIAYTO: 'Đơn', SOBANCHINH: '1', SOBANSAO: '2' }] }],
  DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Công dân Việt Nam' }],
  KETQUATHUCHIEN: [{ MAKETQUA: 'K1', TENKETQUA: 'Giấy giới thiệu' }],
  CANCUPHAPLY: [{ SOVANBAN: '51/2002/QĐ-BGDĐT', TENVANBAN: 'Quyết định về chuyển trường' }],
  COQUANTHUCHIEN: [{ MADONVI: 'H99', TENDONVI: 'Sở Thử nghiệm - cấp tỉnh' }],
};

test('a page of the catalogue, its tables told apart', () => {
  const [row] = readCatalogueJson(JSON.stringify([PAGE]));
  expect(row).toMatchObject({
    code: '1.900201',
    tiers: ['department', 'commune'],
    ownDecision: '12/QĐ-BTN',
    limits: [
      { channel: 'direct', budget: '5wd' },
      { channel: 'online', budget: '3wd', text: '3 Ngày làm việc' },
      { channel: 'post', budget: null },
    ],
    fees: [
      { channel: 'direct', amount: 50_000 },
      { channel: 'online', amount: 0 },
    ],
    legalBases: ['Luật Thư viện (46/2019/QH14)', 'Thông tư số 01/2020/TT-BVHTTDL ngày 22/5/2020'],
    rest: {
      steps: 'Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.',
      components: [
        { key: 'c1', form: 'Mau 01.docx', originals: 1, copies: 0, required: true },
        { key: 'c2', form: null, originals: 0, copies: 1, required: false },
      ],
      subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
      results: ['Giấy xác nhận'],
      conditions: null,
      postal: { receive: true, return: true },
    },
    remarks: [{ rule: 'tiers-several' }, { rule: 'limit-not-computed' }],
  });
});

test('an answer of the service, alone, in its envelope, and one a line', () => {
  const read = (text: string) => {
    const found = readCatalogueJson(text);
    return Array.isArray(found) ? found.map(({ code }) => code) : found;
  };
  const one = JSON.stringify(SERVICE);
  expect(read(one)).toEqual(['2.900202.000.00.00.H99']);
  expect(read(`{"error_code":0,"result":[${one},${one}]}`)).toHaveLength(2);
  expect(read(`\uFEFF${one}\r\n${JSON.stringify(PAGE)}\r\n`)).toEqual(['2.900202.000.00.00.H99', '1.900201']);
  expect(read('{"không":1}')).toBe('no-records');
  expect(read('STT;Tên')).toBe('not-json');
  const [row] = readCatalogueJson(one);
  expect(row).toMatchObject({
    tiers: ['department'],
    field: 'Giáo dục trung học',
    limits: [
      { channel: 'direct', budget: '2wd' },
      { channel: 'post', budget: '4d', text: '4 Ngày. Tính từ dấu bưu điện' },
    ],
    fees: [{ channel: 'direct', amount: 0 }],
    legalBases: ['Quyết định về chuyển trường (51/2002/QĐ-BGDĐT)'],
    rest: {
      steps: 'Nộp hồ sơ\nNhận kết quả',
      components: [{ originals: 1, copies: 2, case: 'Chuyển đi' }],
      postal: { receive: true, return: false },
    },
  });
});

test('papers as another page writes their number, and by case', () => {
  expect(
    readGluedComponents('Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị Bản chính: 1 Bản sao: 0'),
  ).toMatchObject([{ name: 'Đơn đề nghị', originals: 1, copies: 0 }]);
  expect(
    readGluedComponents(
      'Cấp mới:Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn ngày 01/01/20261 bản chínhCấp lạiTên giấy tờMẫu đơn, tờ khaiSố lượngĐơn nộp 02 bản chính tại chỗ1 bản chính,2 bản sao',
    ),
  ).toMatchObject([
    { name: 'Đơn ngày 01/01/2026', originals: 1, case: 'Cấp mới' },
    { name: 'Đơn nộp 02 bản chính tại chỗ', originals: 1, copies: 2, case: 'Cấp lại' },
  ]);
});

test('two times of one channel are its cases', () => {
  const { limits } = readGluedWays(
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp2 Ngày làm việcMiễn phíCấp lại7 Ngày làm việcMiễn phíCấp mới',
  );
  expect(limits.map((limit) => [limit.case, limit.budget])).toEqual([
    ['Cấp lại', '2wd'],
    ['Cấp mới', '7wd'],
  ]);
});

test('what is glued and cannot be told apart is not lost', () => {
  expect(readGluedBases('Tên văn bản pháp lýMã văn bảnQuy định riêng')).toEqual(['Quy định riêng']);
  expect(readGluedResults('Giấy phép')).toEqual(['Giấy phép']);
  expect(splitList('a, b (c, d), e')).toEqual(['a', 'b (c, d)', 'e']);
  expect(readGluedWays('')).toMatchObject({ limits: [], fees: [] });
});
