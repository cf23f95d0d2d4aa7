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
    'party.kind': 'Là',
    'party.kind.individual': 'Cá nhân',
    'party.kind.organisation': 'Tổ chức',
    'party.name': 'Họ và tên hoặc tên tổ chức',
    'party.identity-number': 'Số định danh, căn cước hoặc hộ chiếu',
    'party.identity-number.hint':
      '12 số của thẻ căn cước, 9 số của chứng minh nhân dân cũ, hoặc số hộ chiếu.',
    'party.date-of-birth': 'Ngày sinh',
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
  },
  partyEnglish,
);
