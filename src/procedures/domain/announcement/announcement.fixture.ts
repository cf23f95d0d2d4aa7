/**
 * A decision in the shape of real ones, as a converter leaves it: letterhead in boxes, lists as cells a line each
 * between bars, broken codes, a row without a code, one code at two levels, one procedure more than it declares.
 */
export const DECISION = `|
|
**ỦY BAN NHÂN DÂN**
**TỈNH AN BÌNH**
-------
|
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 412/QĐ-UBND
|
*An Bình, ngày 05
tháng 3 năm 2025*
|
** **
**QUYẾT ĐỊNH**
CÔNG BỐ
DANH MỤC 04 THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG VÀ 01 THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ TRONG LĨNH VỰC
THƯ VIỆN
**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH**
*Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;*
*Theo đề nghị của Giám đốc Sở Thử nghiệm tại Tờ trình số 12/TTr-STN ngày 01/3/2025.*
**QUYẾT ĐỊNH:**
**Điều 1. **Công bố kèm theo Quyết định này danh mục **04 (bốn) **thủ tục hành chính được
sửa đổi, bổ sung và **01 (một) **thủ tục hành chính bị bãi bỏ trong lĩnh vực thư viện, cụ thể:
1. Sửa đổi, bổ sung:
- **02 (hai) **thủ tục hành chính áp dụng chung.
**Điều 2. **Quyết định này có hiệu lực thi hành kể từ ngày ký.
|
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
|
**CHỦ TỊCH**
|
**PHỤ LỤC I**
DANH MỤC THỦ TỤC HÀNH CHÍNH TRONG LĨNH VỰC THƯ VIỆN
*(Kèm theo Quyết định số 412/QĐ-UBND ngày 05 tháng 3 năm 2025 của Chủ tịch Ủy ban nhân dân tỉnh An Bình)*
**A. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC
SỬA ĐỔI, BỔ SUNG**
|
**Số** **TT**
|
**Mã thủ tục hành chính**
|
**Tên thủ tục hành chính**
|
**Thời hạn giải quyết**
|
**Địa điểm thực hiện**
|
**Phí, lệ phí**
|
**Căn cứ pháp lý**
|
|
**I. THỦ TỤC HÀNH CHÍNH ÁP DỤNG CHUNG (CẤP TỈNH, XÃ) (02 TTHC)**
|
|
1
|
2.900101.00 0.00.00.H99
|
Thông báo thành lập thư viện
ngoài công lập
|
Không quá 05 (năm) ngày làm việc, kể từ ngày nhận đủ hồ sơ
|
*Nộp trực tiếp, qua dịch vụ bưu chính công ích hoặc trực tuyến toàn trình.*
|
Không
|
- Nghị định số 93/2020/NĐ-CP ngày 18/8/2020 của Chính phủ quy định chi tiết một số điều của Luật Thư viện;
- Thông tư số 01/2020/TT-BVHTTDL ngày 22/5/2020.
|
|
2
|
|
Thông báo giải thể thư viện
|
- Thư viện của trường: 10 ngày làm việc. - Thư viện tư nhân: 15 ngày.
|
Bộ phận Một cửa
|
Phí: 20.000 đồng/hồ sơ
|
Nghị định số 93/2020/NĐ-CP
|
|
**II. THỦ TỤC HÀNH CHÍNH CẤP XÃ (02 TTHC)**
|
|
1
|
2.900101.000.00.00.H 99
|
Thông báo thành lập thư viện cộng đồng
|
Ngay trong ngày hoặc trong ngày làm việc tiếp theo nếu tiếp nhận sau 15 giờ
|
Ủy ban nhân dân cấp xã
|
Phí: 2.000 đồng/trang; từ trang thứ 3 thu 1.000 đồng/trang
|
Nghị định số 93/2020/NĐ-CP
|
|
2
|
không rõ
|
Thông báo chấm dứt thư viện cộng đồng
|
02 ngày làm việc
|
Ủy ban nhân dân cấp xã
|
Không
|
Nghị định số 93/2020/NĐ-CP
|
|
3
|
2.900104
|
Thông báo đổi tên thư viện cộng đồng
|
02 ngày làm việc
|
Ủy ban nhân dân cấp xã
|
Không
|
Nghị định số 93/2020/NĐ-CP
|
|
**B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ
BÃI BỎ**
|
**STT**
|
**Mã thủ tục hành chính**
|
**Tên thủ tục hành chính**
|
**Tên văn bản quy phạm pháp luật quy định việc bãi bỏ**
|
|
**THỦ TỤC HÀNH CHÍNH CẤP XÃ**
|
|
1
|
2.900109.000.00.00.H99
|
Đăng ký hoạt động thư viện
|
Nghị định số 93/2020/NĐ-CP
|
|
`;

/** The same list as a word processor's table: a row a line, cells parted by tabs. */
export const TABBED = [
  'ỦY BAN NHÂN DÂN TỈNH AN BÌNH',
  '',
  'Số: 413/QĐ-UBND',
  'An Bình, ngày 06 tháng 3 năm 2025',
  '',
  'QUYẾT ĐỊNH',
  'Về việc công bố danh mục thủ tục hành chính',
  '',
  'Điều 1. Công bố kèm theo Quyết định này danh mục 03 thủ tục hành chính (cấp tỉnh: 02 thủ tục, cấp xã: 01 thủ tục).',
  'Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2025.',
  '',
  'DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH',
  '',
  'STT\tMã TTHC\tTên thủ tục hành chính\tThời hạn giải quyết\tCách thức thực hiện\t\tPhí, lệ phí',
  '\t\t\t\tTrực tiếp\tTrực tuyến\t',
  '(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)',
  'A\tTHỦ TỤC HÀNH CHÍNH CẤP TỈNH\t\t\t\t\t',
  'I\tLĩnh vực Giáo dục trung học\t\t\t\t\t',
  '1\t1.900001.000.00.00.H99\tCho phép trường trung học hoạt động\t20 ngày làm việc\tx\tx\tKhông',
  '2\t1.900002.000.00.00.H99\tCấp bản sao văn bằng\t08 giờ làm việc\tx\t\t3.000 đồng/bản sao',
  'B\tTHỦ TỤC HÀNH CHÍNH CẤP XÃ\t\t\t\t\t',
  'I\tLĩnh vực Giáo dục mầm non\t\t\t\t\t',
  '1\t1.900003.000.00.00.H99\tThành lập lớp mẫu giáo độc lập\t15 ngày\tx\t\tKhông',
  '',
].join('\n');
