import { catalogue } from '../platform/i18n/words.ts';
import { partyEnglish } from './words.en.ts';

export const partyWords = catalogue(
  {
    'search.kind.party': 'Cá nhân, tổ chức',
    'permission.party.read': 'Xem cá nhân, tổ chức có hồ sơ, số giấy tờ được che bớt',
    'permission.party.keep': 'Thêm, sửa, gộp cá nhân, tổ chức; xem đủ số giấy tờ',
    'permission.party.erase': 'Xoá dữ liệu cá nhân theo yêu cầu',
    'action.party.save': 'Lưu cá nhân, tổ chức',
    'action.party.merge': 'Gộp hai cá nhân, tổ chức trùng nhau',
    'action.party.erase': 'Xoá dữ liệu cá nhân',
    'parties.title': 'Cá nhân, tổ chức',
    'parties.menu': 'Cá nhân, tổ chức',
    'parties.lead':
      'Những cá nhân, tổ chức đã có hồ sơ hoặc phản ánh. Tìm bằng vài chữ của tên không cần dấu, số điện thoại, số định danh, mã số thuế hoặc số quyết định thành lập.',
    'parties.empty': 'Chưa có cá nhân, tổ chức nào. Khi tiếp nhận hồ sơ, người nộp và chủ hồ sơ sẽ có ở đây.',
    'parties.search': 'Tên hoặc số',
    'parties.duplicates': 'Xem những trường hợp có thể trùng',
    'party.add': 'Thêm cá nhân, tổ chức',
    'party.edit': 'Sửa thông tin',
    'party.save': 'Lưu',
    'party.kind.individual': 'Cá nhân',
    'party.kind.organisation': 'Tổ chức',
    'party.name': 'Họ và tên hoặc tên tổ chức',
    'party.identity-number': 'Số định danh, căn cước hoặc hộ chiếu',
    'party.identity-number.hint':
      '12 số của thẻ căn cước, 9 số của chứng minh nhân dân cũ, hoặc số hộ chiếu.',
    'party.date-of-birth': 'Ngày sinh',
    'party.date-of-birth.hint': 'Ví dụ 5/3/1980.',
    'party.tax-code': 'Mã số thuế',
    'party.decision-number': 'Số quyết định thành lập',
    'party.decision-number.hint': 'Ví dụ 1234/QĐ-UBND.',
    'party.telephone': 'Điện thoại',
    'party.email': 'Thư điện tử',
    'party.address': 'Địa chỉ',
    'party.representative-name': 'Người đại diện',
    'party.representative-position': 'Chức vụ người đại diện',
    'party.agency-of': 'Đơn vị trong ngành',
    'party.erased': '(đã xoá dữ liệu cá nhân)',
    'refusal.invalid:identity-number':
      'Số định danh phải có 12 chữ số, chứng minh nhân dân cũ 9 chữ số, hộ chiếu một chữ cái và 7 hoặc 8 chữ số.',
    'refusal.invalid:tax-code':
      'Mã số thuế phải có 10 chữ số, của chi nhánh thêm 3 chữ số, ví dụ 0100109106-001; hoặc 12 số định danh của cá nhân.',
    'refusal.invalid:telephone':
      'Số điện thoại phải bắt đầu bằng 0 và có 10 hoặc 11 chữ số; số nước ngoài bắt đầu bằng dấu +.',
    'refusal.invalid:party-name':
      'Tên phải có chữ cái, không bắt đầu bằng các dấu = + @ và không chứa các dấu < > { }.',
    'refusal.invalid:party-agency': 'Một đơn vị trong ngành là tổ chức, không phải cá nhân.',
    'refusal.invalid:party-of-individual':
      'Mục này chỉ dành cho cá nhân. Hãy xoá đi, hoặc chọn lại "Cá nhân".',
    'refusal.invalid:party-of-organisation':
      'Mục này chỉ dành cho tổ chức. Hãy xoá đi, hoặc chọn lại "Tổ chức".',
    'refusal.invalid:birth-ahead': 'Ngày sinh chưa tới. Hãy kiểm tra lại năm.',
    'refusal.conflict:party-number':
      'Số này đã ghi cho một cá nhân, tổ chức khác. Hãy kiểm tra lại số; nếu hai bên là một, hãy gộp lại trước.',
    'refusal.conflict:party-other-name':
      'Số này đã ghi cho một tên khác. Hãy tìm theo số này rồi chọn đúng người, hoặc sửa lại số.',
    'refusal.conflict:party-erased':
      'Dữ liệu của cá nhân, tổ chức này đã được xoá. Hãy nhập như một trường hợp mới.',
    'refusal.conflict:party-merged':
      'Cá nhân, tổ chức này đã được gộp vào một mục khác. Hãy tìm và chọn lại.',
    'refusal.conflict:party-kind':
      'Mục đã có ghi là cá nhân còn ở đây là tổ chức, hoặc ngược lại. Hãy chọn đúng loại hoặc kiểm tra lại số.',
    'refusal.conflict:party-agency': 'Tổ chức này đã được ghi là một đơn vị khác trong ngành.',
    'action.party.separate': 'Tách cá nhân, tổ chức đã gộp',
    'action.party.keep-apart': 'Ghi nhận hai cá nhân, tổ chức không trùng',
    'parties.name': 'Tên',
    'party.kind.label': 'Loại',
    'party.identity-number.short': 'Số định danh',
    'party.facts': 'Thông tin',
    'party.masked':
      'Số giấy tờ được che bớt; ngày sinh, địa chỉ và thư điện tử chỉ hiện với người phụ trách danh mục này.',
    'party.merged': 'Đã gộp vào',
    'party.merged-from': 'Đã gộp vào đây',
    'party.merge': 'Gộp làm một',
    'party.separate': 'Tách ra lại',
    'party.keep-apart': 'Không trùng',
    'party.erase': 'Xoá dữ liệu cá nhân',
    'party.erase.warning':
      'Tên, số giấy tờ và mọi thông tin khác trong tất cả các phiên bản sẽ bị xoá hẳn, không lấy lại được. Hồ sơ đã có vẫn còn, chỉ không còn cho biết là của ai.',
    'party.erase.reason': 'Lý do',
    'party.erase.legal-basis': 'Căn cứ pháp lý',
    'party.erase.legal-basis.hint': 'Điều, khoản và văn bản cho phép hoặc buộc phải xoá.',
    'party.erase.confirm': 'Xác nhận',
    'party.erase.sure': 'Tôi đã kiểm tra đúng người, và dữ liệu này không còn phải lưu theo quy định',
    'party.erased.notice': 'Dữ liệu cá nhân đã được xoá',
    'party.erased.why': 'Xoá lúc {when}. Lý do: {reason}. Căn cứ: {basis}.',
    'party.doubt.identity-place':
      'Ba chữ số đầu của số định danh không phải mã tỉnh, thành phố nào đã biết. Hãy đối chiếu với thẻ.',
    'party.doubt.identity-year': 'Số định danh ghi năm sinh khác với ngày sinh. Hãy đối chiếu với thẻ.',
    'party.doubt.tax-check-digit':
      'Chữ số kiểm tra của mã số thuế không khớp. Hãy đối chiếu với giấy đăng ký.',
    'party.doubt.tax-branch':
      'Ba chữ số cuối của mã số thuế chi nhánh không thể là 000. Hãy đối chiếu với giấy đăng ký.',
    'party.likeness.identity-number': 'cùng số định danh',
    'party.likeness.tax-code': 'cùng mã số thuế',
    'party.likeness.decision-number': 'cùng số quyết định thành lập, tên gần giống',
    'party.likeness.name-and-birth': 'cùng tên và ngày sinh',
    'party.likeness.name-and-telephone': 'tên gần giống, cùng số điện thoại',
    'party.likeness.name': 'cùng tên',
    'duplicates.title': 'Có thể trùng nhau',
    'duplicates.lead':
      'So 500 cá nhân, tổ chức mới ghi nhất với toàn bộ danh mục. Gộp không xoá gì và không đổi hồ sơ nào: mục sau chỉ sang mục trước, và tách lại được.',
    'duplicates.empty': 'Không thấy trường hợp nào có thể trùng.',
    'duplicates.first': 'Đã có trước',
    'duplicates.second': 'Ghi sau',
    'duplicates.reasons': 'Giống ở',
    'duplicates.acts': 'Xử lý',
    'refusal.invalid:party-erase-sure': 'Hãy đánh dấu xác nhận trước khi xoá.',
    'refusal.conflict:party-not-merged': 'Mục này không gộp vào mục nào.',
  },
  partyEnglish,
);
