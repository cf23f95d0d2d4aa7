import { catalogue } from '../platform/i18n/words.ts';
import { measureEnglish } from './words.en.ts';

export const measureWords = catalogue(
  {
    'measures.menu': 'Số liệu',
    'measures.title': 'Số liệu',
    'measures.lead': 'Tính đến {time}. Mỗi con số mở ra danh sách mà nó được đếm từ đó.',
    'measure.lead': 'Tính đến {time}.',
    'measure.plain': '{value} {unit}',
    'measure.of': '{numerator}/{denominator} {unit}',
    'measure.definition': 'Cách tính',
    'measure.by-unit': 'Theo đơn vị',
    'measure.by-unit.empty': 'Chưa có gì để đếm theo đơn vị.',
    'measure.unit': 'Đơn vị',
    'measure.value': 'Số liệu',
    'measure.list': 'Danh sách được đếm',
    'measure.list.rest': 'Danh sách không đạt',
    'measure.list.empty': 'Không có gì được đếm.',
    'measure.record': 'Nội dung',
    'measure.record.units': 'Đơn vị chủ trì',
    'measure.parts': 'Phần của số liệu',
    'measure.part.counted': 'Được đếm',
    'measure.part.rest': 'Còn lại',
    'measure.day': 'Tính đến hết ngày',
    'measure.day.submit': 'Xem',
    'measure.all-units': 'Mọi đơn vị',
  },
  measureEnglish,
);
