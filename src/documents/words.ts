import { catalogue } from '../platform/i18n/words.ts';
import { documentEnglish } from './words.en.ts';

export const documentWords = catalogue(
  {
    'search.kind.document': 'Văn bản',
    'documents.title': 'Văn bản',
    'documents.menu': 'Văn bản',
    'documents.empty': 'Văn bản được nộp làm minh chứng sẽ đứng ở đây.',
    'documents.search': 'Tìm số, ký hiệu, trích yếu',
    'document.number': 'Số, ký hiệu',
    'document.type': 'Loại văn bản',
    'document.issue-date': 'Ngày ban hành',
    'document.issuer': 'Cơ quan ban hành',
    'document.abstract': 'Trích yếu',
    'permission.document.read': 'Xem danh sách văn bản',
  },
  documentEnglish,
);
