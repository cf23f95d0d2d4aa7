import { catalogue } from '../platform/i18n/words.ts';
import { evidenceEnglish } from './words.en.ts';

export const evidenceWords = catalogue(
  {
    'evidence.kind': 'Minh chứng là',
    'evidence.kind.document': 'Văn bản',
    'evidence.kind.document.hint': 'Có số, ký hiệu và ngày ban hành; ngày ban hành là ngày của minh chứng.',
    'evidence.kind.event': 'Sự kiện đã tổ chức',
    'evidence.kind.event.hint':
      'Hội nghị, lớp tập huấn, buổi kiểm tra…; ngày diễn ra là ngày của minh chứng.',
    'evidence.kind.file': 'Tệp',
    'evidence.kind.file.hint': 'Ảnh, bảng số liệu, kết quả làm ra; ngày có kết quả là ngày của minh chứng.',
    'evidence.document': 'Nếu là văn bản',
    'evidence.number': 'Số, ký hiệu',
    'evidence.number.hint': 'Ví dụ: 375/KH-SGDĐT',
    'evidence.issue-date': 'Ngày ban hành',
    'evidence.issuer': 'Cơ quan ban hành',
    'evidence.issuer.hint': 'Để trống nếu do cơ quan mình ban hành.',
    'evidence.other': 'Nếu là sự kiện hoặc tệp',
    'evidence.day': 'Ngày diễn ra, ngày có kết quả',
    'evidence.abstract': 'Trích yếu, nội dung',
    'evidence.abstract.hint': 'Trích yếu của văn bản, hoặc đã làm được gì.',
    'evidence.file': 'Tệp kèm theo',
    'evidence.file.hint': 'Bắt buộc khi minh chứng là tệp. Tối đa 25 MB.',
    'refusal.invalid:file-empty': 'Tệp {name} không có nội dung. Hãy chọn tệp khác.',
    'refusal.invalid:file-kind':
      'Tệp {name} không phải PDF, Word, Excel, PowerPoint, ảnh hay văn bản. Hãy chọn tệp khác.',
    'refusal.invalid:file-mismatch':
      'Nội dung tệp {name} không đúng loại mà tên tệp ghi. Hãy lưu lại đúng loại rồi tải lên.',
    'refusal.invalid:document-number':
      'Không đọc được số, ký hiệu. Hãy nhập cả số và ký hiệu, như 375/KH-SGDĐT.',
  },
  evidenceEnglish,
);
