import { catalogue } from '../platform/i18n/words.ts';

/** What the commands say; a page never says it. */
export const commandWords = catalogue({
  'command.file-missing': 'Không mở được tệp {file}: {reason}',
  'command.secret':
    'Tệp {file} có dấu “{mark}”. Theo quy định về bảo vệ bí mật nhà nước, văn bản này không được đọc ở đây.',
  'command.unreadable': '{file}: {why}',
  'plan-read.document': 'Văn bản: {text}',
  'plan-read.unknown': '(không thấy)',
  'plan-read.year': 'Năm kế hoạch: {year}',
  'plan-read.issuer': 'Cơ quan ban hành: {text}',
  'plan-read.signer': 'Người ký: {text}',
  'plan-read.counts':
    'Đọc được: {tasks} nhiệm vụ, {targets} chỉ tiêu, {commitments} cam kết, {duties} trách nhiệm, {reporting} mốc báo cáo, {citations} trích dẫn văn bản.',
  'plan-read.tasks': 'Nhiệm vụ:',
  'plan-read.task': '  {no}. {title} — {units} — {due}',
  'plan-read.no-remarks': 'Không có điểm cần rà soát.',
  'plan-read.remarks': 'Điểm cần rà soát: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.',
  'plan-read.remark': '  [{severity}] {message}',
  'plan-read.severity.error': 'Lỗi',
  'plan-read.severity.warning': 'Cảnh báo',
  'plan-read.severity.info': 'Lưu ý',
});
