import { catalogue } from '../i18n/words.ts';
import { importEnglish } from './words.en.ts';

/** Words of every import; refusals among them. */
export const importWords = catalogue(
  {
    'import.file': 'Tệp danh sách',
    'import.file.hint':
      'XLSX hoặc CSV. Dòng tiêu đề có tên các cột như trong tệp mẫu; thứ tự cột không quan trọng.',
    'import.read': 'Đọc và kiểm tra',
    'import.template': 'Tải tệp mẫu',
    'import.columns': 'Các cột',
    'import.required': 'bắt buộc',
    'import.again': 'Chọn tệp khác',
    'import.rows': 'Từng dòng của tệp',
    'import.line': 'Dòng',
    'import.outcome': 'Kết quả',
    'import.state.new': 'Sẽ thêm',
    'import.state.known': 'Đã có, bỏ qua',
    'import.state.wrong': 'Có lỗi',
    'import.all': 'Tất cả',
    'import.none-here': 'Không có dòng nào thuộc nhóm này.',
    'import.confirm': 'Thêm {count} dòng',
    'import.confirm.wrong': 'Thêm {count} dòng, bỏ qua {wrong} dòng có lỗi',
    'import.nothing': 'Không có dòng nào để thêm.',
    'import.wrong.lead':
      'Các dòng có lỗi chưa được thêm. Có thể sửa trong tệp rồi tải lên lại cả tệp: các dòng đã có sẽ được nhận ra và bỏ qua.',
  },
  importEnglish,
);
