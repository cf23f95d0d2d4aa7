import { catalogue } from '../i18n/words.ts';
import { apiEnglish } from './api-words.en.ts';

/** Words of the API's description, for its page and for openapi.json. */
export const apiWords = catalogue(
  {
    'api.title': 'Giao diện lập trình (API)',
    'api.menu': 'Tài liệu API',
    'api.lead':
      'Mọi thao tác ghi dữ liệu trên trang đều làm được qua API, với cùng quyền, cùng quy tắc và cùng nhật ký. Tài liệu này được lập từ chính các khai báo mà máy chủ chạy.',
    'api.document': 'Tải mô tả OpenAPI 3.1 (JSON)',
    'api.rules': 'Quy ước chung',
    'api.rule.token':
      'Phần mềm gọi API bằng mã truy cập cá nhân, lập ở trang Tài khoản của tôi, mục Truy cập từ phần mềm khác; mỗi lời gọi mang tiêu đề Authorization: Bearer và mã đó. Mã có thể chỉ được xem, hoặc chỉ có một số quyền của người lập; vượt quá thì trả về 403 kèm lý do. Mã sai, hết hạn hoặc đã thu hồi thì trả về 401; sai quá nhiều lần từ một địa chỉ thì trả về 429.',
    'api.rule.sign-in':
      'Trên trình duyệt đã đăng nhập thì không cần mã: lời gọi mang theo cookie mc_session. Không có cả hai thì trả về 401.',
    'api.rule.json': 'Gửi và nhận JSON, mã hoá UTF-8. Ngày gửi lên viết như 03/06/2019 hoặc 2019-06-03.',
    'api.rule.idempotency':
      'Tiêu đề Idempotency-Key: một khoá do bên gọi tự đặt. Gửi lại cùng khoá, cùng nội dung thì việc chỉ được làm một lần; lần sau trả về kết quả cũ với mã 200 thay cho 201. Cùng khoá mà nội dung khác thì trả về 409 và không ghi gì.',
    'api.rule.if-match':
      'Tiêu đề If-Match: số phiên bản (seq) đã đọc, có trong từng dòng của danh sách. Nếu nội dung đã được người khác thay đổi thì trả về 409 và không ghi gì; giá trị không phải là số thì trả về 400.',
    'api.rule.files':
      'Trường nhận tệp (file) nhận mã của một tệp đã gửi: trước hết POST /api/v1/files, rồi ghi id nhận được vào trường đó. Tệp được giữ theo cùng giới hạn như khi tải lên từ trang.',
    'api.rule.limits':
      'API chưa có: danh sách các kế hoạch, nội dung một kế hoạch hay một nhiệm vụ ngoài những cột của danh sách, tải xuống bản gốc của tệp, các số liệu, tìm kiếm chung, đăng nhập và đăng xuất. Những việc đó chỉ có trên trang.',
    'api.rule.refusal':
      'Khi bị từ chối, nội dung trả về theo RFC 9457 (application/problem+json): title là câu giải thích, code là mã, errors chỉ ra từng trường sai.',
    'api.rule.lists':
      'Danh sách nhận các bộ lọc như trên trang, cùng sort, page và size; next là địa chỉ trang sau. Bản CSV và XLSX ở cùng địa chỉ không có /api/v1, thêm đuôi .csv hoặc .xlsx.',
    'api.refusal.conflict:changed':
      'Nội dung này đã được người khác thay đổi: phiên bản hiện tại là {actual}, If-Match ghi {expected}. Chưa có gì được ghi; hãy đọc lại rồi gửi lại với phiên bản mới.',
    'api.routes': 'Các địa chỉ',
    'api.refusals': 'Các mã từ chối',
    'api.status': 'HTTP',
    'api.code': 'Mã',
    'api.words': 'Ý nghĩa',
    'api.permission': 'Quyền: {permission}. Vai trò có quyền này: {roles}.',
    'api.no-fields': 'Không cần trường nào; gửi {}.',
    'api.fields': 'Các trường',
    'api.field': 'Trường',
    'api.where': 'Ở đâu',
    'api.in.path': 'Trong địa chỉ',
    'api.in.query': 'Sau dấu ?',
    'api.in.header': 'Ở tiêu đề',
    'api.in.body': 'Trong nội dung',
    'api.required': 'Bắt buộc',
    'api.yes': 'Có',
    'api.no': 'Không',
    'api.kind': 'Giá trị',
    'api.kind.string': 'chữ',
    'api.kind.id': 'mã định danh (UUID)',
    'api.file': 'mã của một tệp đã gửi bằng POST /api/v1/files',
    'api.file.send': 'Gửi một tệp',
    'api.file.who': 'Ai đã đăng nhập cũng gửi được; tệp chỉ có tác dụng khi một thao tác dùng đến nó.',
    'api.file.body': 'Tệp là trường file của biểu mẫu, hoặc là chính nội dung gửi lên.',
    'api.file.name':
      'Tên tệp, khi tệp là chính nội dung gửi lên; mã hoá như trong địa chỉ (K%E1%BA%BF%20ho%E1%BA%A1ch.docx)',
    'api.status.file': 'Đã giữ tệp; id dùng cho các trường nhận tệp',
    'api.one': '{title}: một mục',
    'api.seq': 'Số phiên bản, để ghi vào If-Match; null nếu mục này không có phiên bản',
    'api.status.one': 'Mục này, như trong danh sách',
    'api.status.400': 'Không đọc được yêu cầu',
    'api.status.415': 'Kiểu nội dung không dùng được',
    'api.kind.max-length': 'tối đa {maximum} ký tự',
    'api.kind.number': 'số',
    'api.kind.range': 'số từ {minimum} đến {maximum}',
    'api.kind.boolean': 'đúng hoặc sai',
    'api.kind.enum': 'một trong: {values}',
    'api.kind.array': 'danh sách, mỗi phần tử là {items}',
    'api.kind.object': 'đối tượng gồm: {fields}',
    'api.kind.any': 'giá trị bất kỳ',
    'api.or': 'hoặc',
    'api.refuses': 'Có thể bị từ chối với mã:',
    'api.example': 'Ví dụ nội dung gửi lên:',
    'api.sort': 'Sắp xếp; dấu - ở trước là giảm dần',
    'api.page': 'Trang, tính từ 1',
    'api.size': 'Số dòng mỗi trang',
    'api.idempotency-key': 'Khoá do bên gọi tự đặt; gửi lại cùng khoá thì việc chỉ được làm một lần',
    'api.if-match': 'Số phiên bản (seq) đã đọc; khác với hiện tại thì bị từ chối với mã 409',
    'api.status.200': 'Việc này đã được ghi nhận từ trước với cùng khoá',
    'api.status.201': 'Đã ghi nhận',
    'api.status.list': 'Một trang của danh sách',
    'api.status.401': 'Chưa đăng nhập',
    'api.status.403': 'Không có quyền',
    'api.status.404': 'Không tìm thấy, hoặc không được xem',
    'api.status.409': 'Xung đột với hiện trạng',
    'api.status.422': 'Nội dung gửi lên không dùng được',
    'api.status.429': 'Quá nhiều lần thử',
    'api.status.503': 'Hệ thống đang bận',
  },
  apiEnglish,
);
