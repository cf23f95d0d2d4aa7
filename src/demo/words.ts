import { catalogue } from '../platform/i18n/words.ts';
import { demoEnglish } from './words.en.ts';

export const demoWords = catalogue(
  {
    'strip.title': 'Xem trong 2 phút',
    'strip.late': '{count} nhiệm vụ quá hạn',
    'strip.late.more': 'của phòng nào, tháng nào, lĩnh vực nào',
    'strip.two-verdicts': 'Nhiệm vụ {no}: đúng hạn hay quá hạn?',
    'strip.two-verdicts.more': 'đúng hạn theo cột thời gian, quá hạn theo yêu cầu; kèm nguyên văn cả hai',
    'strip.subplans': '{count}/{all} đơn vị đã có kế hoạch',
    'strip.subplans.more': 'hạn rơi ngay sau Tết: từ ngày ban hành chỉ còn năm ngày làm việc',
    'strip.reports': '{count}/{all} phòng đã gửi báo cáo {period}',
    'strip.reports.more': 'hạn {date}; {count} thư đôn đốc soạn sẵn',
    'strip.signed': 'Báo cáo {period} đã ký',
    'strip.signed.more': 'mỗi con số mở ra danh sách; tải bản Word, PDF',
    'clock.title': 'Đồng hồ của bản mô phỏng',
    'clock.now': 'Bây giờ là',
    'clock.lead':
      'Ngày giờ ở đây đứng yên cho đến khi có người chuyển. Mọi danh sách và số liệu chỉ gồm những gì đã xảy ra đến lúc này.',
    'clock.forward': 'Đi tới',
    'clock.forward.text':
      'Những việc mô phỏng của các ngày ở giữa sẽ lần lượt diễn ra. Những gì bạn đã nhập được giữ lại.',
    'clock.back': 'Trở lại',
    'clock.back.text':
      'Dữ liệu mô phỏng trở về đúng ngày ấy. Những gì bạn và người khác đã nhập trong bản mô phỏng này sẽ mất, kể cả việc nhập trước ngày ấy.',
    'clock.to.year-begin': 'Đầu năm: 02/01/2019',
    'clock.to.issued': 'Hôm ban hành: 28/01/2019',
    'clock.to.opening': 'Ngày mở đầu: thứ Hai, 03/6/2019',
    'clock.to.year-end': 'Cuối năm: 31/12/2019',
    'clock.other': 'Ngày khác',
    'clock.day': 'Ngày',
    'clock.day.hint': 'Từ 02/01/2019 đến 31/12/2019; đồng hồ dừng lúc 08:00 của ngày ấy.',
    'clock.submit': 'Chuyển đến ngày này',
    'clock.away':
      'Chỉ chuyển được đồng hồ từ chính máy đang chạy bản mô phỏng, để người xem từ xa không làm mất dữ liệu của nhau.',
    'done.clock.move': 'Đã chuyển đồng hồ.',
    'refusal.invalid:demo-day': 'Ngày phải trong năm 2019, từ 02/01 đến 31/12. Hãy nhập như 03/6/2019.',
    'action.demo.set-up': 'Dựng cơ cấu của bản mô phỏng',
  },
  demoEnglish,
);
