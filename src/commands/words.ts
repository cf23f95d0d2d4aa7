import { catalogue } from '../platform/i18n/words.ts';
import { commandEnglish } from './words.en.ts';

/** What the commands say; a page never says it. */
export const commandWords = catalogue(
  {
    'command.act-usage':
      'Cách dùng: minhchung act ACTION --as LOGIN [--FIELD VALUE …] [--json FILE] [--idempotency-key KEY] [--if-match SEQ]',
    'command.serve-usage': 'Cách dùng: minhchung serve [--demo | --empty]',
    'command.help.title': 'Các lệnh của minhchung:',
    'command.help.serve': 'chạy máy chủ (mặc định)',
    'command.help.verify': 'kiểm tra toàn bộ dữ liệu đã ghi',
    'command.help.plan': 'đọc một kế hoạch từ tệp và in ra những gì đọc được',
    'command.help.deadline': 'tính hạn theo ngày, giờ làm việc và cho biết vì sao',
    'command.help.act': 'thực hiện một thao tác thay cho một người',
    'command.help.actions': 'liệt kê các thao tác và các trường của chúng',
    'command.help.help': 'in trang này',
    'command.help-usage': 'Cách dùng: minhchung help',
    'command.no-command':
      'Không có lệnh minhchung {name}: các lệnh là {names}. Lệnh minhchung help cho biết cách dùng.',
    'command.no-field':
      'Thao tác {name} không có trường {flag}: lệnh minhchung actions liệt kê các trường của từng thao tác.',
    'command.twice': '{flag} chỉ được ghi một lần.',
    'command.plan-usage': 'Cách dùng: minhchung plan read FILE [--json]',
    'command.deadline-usage':
      'Cách dùng: minhchung deadline add 2019-01-30T14:00 3wd [--calendar vn] [--explain] [--json], hoặc minhchung deadline between TỪ ĐẾN [--calendar vn] [--explain] [--json]; 3wd: 3 ngày làm việc, 12wh: 12 giờ làm việc, 30d: 30 ngày, 2mo: 2 tháng',
    'command.demo-usage':
      'Cách dùng: minhchung demo dossiers --count N --from 2019-01-02 --to 2019-12-31 [--seed S]',
    'command.help.demo': 'nạp hàng loạt hồ sơ mô phỏng, để đo tốc độ và dung lượng',
    'command.no-count': '--count {text} không dùng được: hãy ghi một số từ 1 đến {most}.',
    'command.no-seed': '--seed {text} không dùng được: hãy ghi một số nguyên không âm.',
    'command.no-period':
      'Không nạp được hồ sơ từ {from} đến {to}: hãy ghi hai ngày như 2019-01-02, ngày sau không trước ngày đầu, trong các năm đã có lịch làm việc ({first} đến {last}).',
    'command.demo-office':
      'Cơ sở dữ liệu này chứa dữ liệu của một cơ quan: hồ sơ mô phỏng chỉ được nạp vào cơ sở dữ liệu trống hoặc bản mô phỏng.',
    'command.demo-owner':
      'Nạp hàng loạt cần vai trò chủ sở hữu không bị bảo mật theo dòng ràng buộc: hãy đặt MIGRATE_DATABASE_URL là một siêu người dùng, hoặc dùng PostgreSQL kèm theo.',
    'command.demo-structure': 'Đang dựng cơ quan, Bộ phận Một cửa và thủ tục …',
    'command.demo-progress': '{done} / {count} hồ sơ ({rate} hồ sơ mỗi giây)',
    'command.demo-done': 'Đã nạp {done} hồ sơ trong {seconds} giây.',
    'command.demo-stopped': 'Đã dừng: nạp được {done} trong {count} hồ sơ, không có hồ sơ nào dở dang.',
    'command.no-calendar': 'Không có lịch {name}: hiện có vn.',
    'command.no-moment': '{text} không phải là ngày giờ: hãy ghi như 2019-01-30T14:00.',
    'command.no-budget': '{text} không phải là thời hạn: hãy ghi như 3wd, 12wh, 30d hoặc 2mo.',
    'command.year-unknown': 'Chưa có lịch làm việc để tính đến đó: biết lịch từ {first} đến {last}.',
    'deadline.due': 'Hạn: {time} {day}',
    'deadline.between': '{working} ngày làm việc; {hours} giờ {minutes} phút làm việc; {days} ngày.',
    'deadline.counted': '  {day}: tính',
    'deadline.skipped': '  {day}: không tính ({reason})',
    'deadline.skipped.plain': '  {day}: không tính',
    'deadline.provisional-hours':
      'Giờ làm việc (08:00–12:00, 13:00–17:00) là tạm tính, chưa đối chiếu với quy chế của cơ quan nào.',
    'deadline.provisional': 'Lịch nghỉ của năm {years} là tạm tính, chưa đối chiếu với thông báo chính thức.',
    'command.unknown': 'Không có lựa chọn {word}. {usage}',
    'command.no-value': '{flag} chưa có giá trị. {usage}',
    'command.no-login': 'Thiếu --as. {usage}',
    'command.verify-usage': 'Cách dùng: minhchung verify [--json]',
    'command.actions-usage': 'Cách dùng: minhchung actions',
    'command.no-action': 'Không có thao tác {name}: lệnh minhchung actions liệt kê các thao tác.',
    'command.no-account': '--as {login}: không có tài khoản nào đang mở với tên này.',
    'command.wrong-seq': '--if-match {seq} không dùng được: hãy ghi số của phiên bản.',
    'command.no-database':
      'Thư mục dữ liệu {folder} không có cơ sở dữ liệu: hãy đặt DATA_DIR hoặc DATABASE_URL.',
    'command.folder-held':
      'Một máy chủ (tiến trình {server}) đang dùng thư mục dữ liệu {folder}: hãy gọi API của nó, POST /api/v1{path}, hoặc dừng nó trước.',
    'command.no-json-object': 'Tệp {file} không chứa một đối tượng JSON.',
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
      'Đọc được: {tasks} nhiệm vụ, {targets} chỉ tiêu, {commitments} giải pháp, {duties} trách nhiệm, {reporting} mốc báo cáo, {citations} trích dẫn văn bản.',
    'plan-read.tasks': 'Nhiệm vụ:',
    'plan-read.task': '  {no}. {title} — {units} — {due}',
    'plan-read.no-remarks': 'Không có điểm cần rà soát.',
    'plan-read.remarks': 'Điểm cần rà soát: {errors} sai, {warnings} nghi ngờ, {notes} lưu ý.',
    'plan-read.remark': '  [{severity}] {message}',
    'plan-read.severity.error': 'Sai',
    'plan-read.severity.warning': 'Nghi ngờ',
    'plan-read.severity.info': 'Lưu ý',
  },
  commandEnglish,
);

/** What a command says to words that it does not know: which one, and how it is used. */
export function wrongUse(word: string | undefined, usage: string): string {
  return word === undefined ? usage : commandWords.say('command.unknown', { word, usage });
}
