import { catalogue } from './i18n/words.ts';
import { platformEnglish } from './words.en.ts';

/** Words of the platform: roles, refusals, what stands on every page. */
export const platformWords = catalogue(
  {
    product: 'Minh Chứng',
    'language.vi': 'Tiếng Việt',
    'language.en': 'English',
    'menu.day': 'Việc của tôi',
    'menu.dossiers': 'Hồ sơ',
    'menu.plan': 'Kế hoạch',
    'menu.figures': 'Số liệu',
    'menu.reports': 'Báo cáo',
    'menu.voice': 'Tiếng nói người dân',
    'menu.inspections': 'Kiểm tra',
    'menu.organisation': 'Tổ chức',
    'menu.catalogues': 'Danh mục',
    'role.administrator': 'Quản trị hệ thống',
    'role.director': 'Giám đốc',
    'role.deputy_director': 'Phó Giám đốc',
    'role.head': 'Trưởng phòng',
    'role.deputy_head': 'Phó trưởng phòng',
    'role.officer': 'Chuyên viên',
    'role.office_clerk': 'Chuyên viên Văn phòng',
    'role.records_clerk': 'Văn thư',
    'role.one_stop_officer': 'Cán bộ Một cửa',
    'role.reform_focal_officer': 'Cán bộ đầu mối CCHC',
    'role.agency_clerk': 'Cán bộ đơn vị',
    'role.inspector': 'Thanh tra viên',
    'role.visitor': 'Khách',
    'reach.lineage': 'Cơ quan và các đơn vị trực thuộc',
    'reach.agency': 'Toàn cơ quan',
    'reach.unit': 'Đơn vị mình',
    'reach.own': 'Việc của mình',
    'refusal.unauthenticated:sign-in': 'Bạn cần đăng nhập để làm việc này.',
    'refusal.unauthenticated:session':
      'Phiên làm việc đã hết. Hãy đăng nhập lại; những gì bạn đã nhập vẫn còn trong biểu mẫu.',
    'refusal.forbidden:role': 'Vai trò của bạn không có quyền làm việc này.',
    'refusal.forbidden:out-of-reach': 'Bạn có quyền này, nhưng không phải với đơn vị hoặc công việc này.',
    'refusal.forbidden:origin':
      'Biểu mẫu được gửi từ nơi khác nên không được nhận. Hãy mở lại trang và gửi lại.',
    'refusal.unauthenticated:token':
      'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Hãy lập mã mới ở trang Tài khoản của tôi.',
    'refusal.forbidden:token-reads': 'Mã truy cập “{token}” chỉ được xem, không được ghi.',
    'refusal.forbidden:token-account':
      'Mã truy cập “{token}” không dùng được cho việc này: chỉ chính chủ tài khoản, đã đăng nhập, mới làm được.',
    'refusal.forbidden:token-permission': 'Mã truy cập “{token}” không có quyền {permission}.',
    'refusal.forbidden:first-password': 'Hãy đặt mật khẩu của riêng bạn trước khi làm việc khác.',
    'refusal.forbidden:host':
      'Máy chủ này chỉ nhận yêu cầu gửi tới localhost. Nếu nó đứng sau một máy chủ chuyển tiếp, hãy ghi địa chỉ của máy chủ ấy vào TRUSTED_PROXY.',
    'refusal.missing:thing': 'Không tìm thấy. Có thể địa chỉ đã sai, hoặc bạn không được xem nội dung này.',
    'refusal.missing:address': 'API không có địa chỉ này. Trang /api liệt kê các địa chỉ.',
    'refusal.missing:method': 'Địa chỉ này chỉ nhận {methods}.',
    'refusal.conflict:changed':
      'Nội dung này vừa được người khác thay đổi. Bên dưới là bản mới nhất; những gì bạn đã nhập vẫn được giữ trong biểu mẫu. Hãy đối chiếu rồi gửi lại.',
    'refusal.conflict:key-used':
      'Yêu cầu này đã được ghi nhận với nội dung khác; nội dung lần này chưa được ghi. Hãy kiểm tra rồi gửi lại.',
    'refusal.invalid:field': 'Giá trị không dùng được. Hãy kiểm tra và nhập lại.',
    'refusal.invalid:required': 'Mục này chưa có nội dung. Hãy nhập.',
    'refusal.invalid:type': 'Giá trị không đúng kiểu dữ liệu của mục này.',
    'refusal.invalid:characters':
      'Nội dung có ký tự không lưu được (NUL hoặc nửa ký tự Unicode). Hãy bỏ ký tự đó rồi gửi lại.',
    'refusal.invalid:media-type':
      'Kiểu nội dung (Content-Type) không dùng được ở địa chỉ này: biểu mẫu gửi multipart/form-data hoặc application/x-www-form-urlencoded, API gửi application/json.',
    'refusal.invalid:form': 'Không đọc được biểu mẫu. Hãy mở lại trang và gửi lại.',
    'refusal.invalid:encoding': 'Nội dung gửi lên không phải UTF-8.',
    'refusal.invalid:if-match': 'If-Match phải là một số phiên bản (seq), ví dụ "3".',
    'refusal.invalid:file-name':
      'Hãy ghi tên tệp vào tiêu đề X-File-Name, mã hoá như trong địa chỉ (%C3%A1).',
    'refusal.invalid:too-many': 'Nhiều hơn {maximum} dòng trong một lần gửi. Hãy chia làm nhiều lần.',
    'refusal.invalid:too-long': 'Nội dung dài quá {maximum} ký tự. Hãy rút gọn.',
    'refusal.invalid:choose': 'Hãy chọn một giá trị trong danh sách.',
    'refusal.invalid:date': 'Không đọc được ngày, hoặc lịch không có ngày này. Hãy nhập như 05/3/2019.',
    'refusal.invalid:number': 'Hãy nhập một số nguyên.',
    'refusal.invalid:out-of-range': 'Số nằm ngoài khoảng cho phép.',
    'refusal.invalid:file': 'Hãy chọn một tệp.',
    'refusal.invalid:file-too-large': 'Tệp lớn hơn {megabytes} MB. Hãy giảm dung lượng rồi tải lên lại.',
    'refusal.invalid:file-format': 'Loại tệp này không dùng được ở đây. Hãy dùng: {allowed}.',
    'refusal.invalid:json': 'Nội dung gửi lên không phải JSON hợp lệ.',
    'refusal.throttled:wait': 'Quá nhiều lần thử. Hãy đợi {minutes} phút rồi thử lại.',
    'refusal.unavailable:database':
      'Hệ thống đang bận hoặc mất kết nối dữ liệu. Hãy thử lại sau ít phút; chưa có gì được ghi.',
    'list.all': 'Tất cả',
    'list.none-found': 'Không có dòng nào khớp với điều kiện đang lọc.',
    'error.title': 'Không thực hiện được',
    'error.missing': 'Không tìm thấy trang',
    'error.unexpected': 'Đã có lỗi ngoài dự kiến',
    'error.unexpected.text':
      'Lỗi đã được ghi lại với mã {code}. Chưa có gì được thay đổi. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị hệ thống mã này.',
    'error.back': 'Về trang đầu',
    'error.sign-in': 'Đăng nhập',
    'conflict.newest': 'Bản mới nhất ghi: {value}',
    'done.repeated': 'Việc này đã được ghi nhận từ trước, không ghi lại lần nữa.',
  },
  platformEnglish,
);
