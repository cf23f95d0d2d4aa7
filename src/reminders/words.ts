import { catalogue } from '../platform/i18n/words.ts';

export const reminderWords = catalogue({
  'inbox.title': 'Nhắc việc',
  'inbox.title.unread': 'Nhắc việc: {count} chưa đọc',
  'inbox.title.many': 'Nhắc việc: hơn {count} chưa đọc',
  'inbox.lead':
    'Nhắc trước hạn 7, 3 và 1 ngày làm việc, vào ngày đến hạn, sau đó mỗi tuần một lần cho đến khi xong; và những lần được đôn đốc.',
  'inbox.empty':
    'Chưa có lời nhắc nào. Khi một việc của bạn sắp đến hạn hoặc đơn vị được đôn đốc, lời nhắc sẽ hiện ở đây.',
  'inbox.none-unread': 'Không còn lời nhắc nào chưa đọc.',
  'inbox.search': 'Tìm theo tên việc',
  'inbox.sent-at': 'Nhắc lúc',
  'inbox.about': 'Nội dung',
  'inbox.kind': 'Loại',
  'inbox.last-day': 'Hạn',
  'inbox.state': 'Tình trạng',
  'inbox.state.unread': 'Chưa đọc',
  'inbox.state.read': 'Đã đọc',
  'inbox.letter': 'Xem thư',
  'reminder.left': 'còn {days} ngày làm việc',
  'reminder.days-off': 'hạn trước ngày làm việc kế tiếp',
  'reminder.today': 'hạn hôm nay',
  'reminder.just-over': 'vừa quá hạn',
  'reminder.over': 'quá {days} ngày làm việc',
  'permission.inbox.use': 'Dùng hộp nhắc việc của mình',
  'action.inbox.read': 'Đánh dấu tất cả đã đọc',
  'done.inbox.read': 'Đã đánh dấu tất cả là đã đọc.',
});
