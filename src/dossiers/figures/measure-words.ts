import { catalogue } from '../../platform/i18n/words.ts';
import { dossierMeasureEnglish } from './measure-words.en.ts';

/** What the measures of dossiers are called and how each is counted. */
export const dossierMeasureWords = catalogue(
  {
    'permission.dossier.count': 'Xem số liệu hồ sơ',
    'measure.dossier.received': 'Hồ sơ tiếp nhận trong năm',
    'measure.dossier.received.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ được tiếp nhận, theo thời điểm tiếp nhận chứ không theo lúc nộp.',
    'measure.dossier.received.unit': 'hồ sơ',
    'measure.dossier.received-direct': 'Tiếp nhận trực tiếp',
    'measure.dossier.received-direct.definition':
      'Số hồ sơ nộp trực tiếp trên tổng số hồ sơ tiếp nhận trong năm.',
    'measure.dossier.received-direct.unit': 'hồ sơ',
    'measure.dossier.received-online': 'Tiếp nhận trực tuyến',
    'measure.dossier.received-online.definition':
      'Số hồ sơ nộp trực tuyến, kể cả hồ sơ cán bộ nhập hộ, trên tổng số hồ sơ tiếp nhận trong năm.',
    'measure.dossier.received-online.unit': 'hồ sơ',
    'measure.dossier.received-post': 'Tiếp nhận qua bưu chính công ích',
    'measure.dossier.received-post.definition':
      'Số hồ sơ gửi qua bưu chính công ích trên tổng số hồ sơ tiếp nhận trong năm.',
    'measure.dossier.received-post.unit': 'hồ sơ',
    'measure.dossier.received-level-3': 'Hồ sơ của thủ tục trực tuyến mức độ 3',
    'measure.dossier.received-level-3.definition':
      'Số hồ sơ của các thủ tục cung cấp trực tuyến mức độ 3 lúc tiếp nhận, trên tổng số hồ sơ tiếp nhận trong năm, dù nộp bằng cách nào.',
    'measure.dossier.received-level-3.unit': 'hồ sơ',
    'measure.dossier.received-level-4': 'Hồ sơ của thủ tục trực tuyến mức độ 4',
    'measure.dossier.received-level-4.definition':
      'Số hồ sơ của các thủ tục cung cấp trực tuyến mức độ 4 lúc tiếp nhận, trên tổng số hồ sơ tiếp nhận trong năm, dù nộp bằng cách nào.',
    'measure.dossier.received-level-4.unit': 'hồ sơ',
    'measure.dossier.received-level-partial': 'Hồ sơ của thủ tục trực tuyến một phần',
    'measure.dossier.received-level-partial.definition':
      'Số hồ sơ của các thủ tục cung cấp trực tuyến một phần lúc tiếp nhận, trên tổng số hồ sơ tiếp nhận trong năm, dù nộp bằng cách nào.',
    'measure.dossier.received-level-partial.unit': 'hồ sơ',
    'measure.dossier.received-level-full': 'Hồ sơ của thủ tục trực tuyến toàn trình',
    'measure.dossier.received-level-full.definition':
      'Số hồ sơ của các thủ tục cung cấp trực tuyến toàn trình lúc tiếp nhận, trên tổng số hồ sơ tiếp nhận trong năm, dù nộp bằng cách nào.',
    'measure.dossier.received-level-full.unit': 'hồ sơ',
    'measure.dossier.carried-over': 'Hồ sơ kỳ trước chuyển sang',
    'measure.dossier.carried-over.definition':
      'Hồ sơ tiếp nhận trước 01/01 của năm mà lúc đó chưa giải quyết xong.',
    'measure.dossier.carried-over.unit': 'hồ sơ',
    'measure.dossier.early': 'Giải quyết trước hạn',
    'measure.dossier.early.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: có kết quả tại Bộ phận Một cửa trước ngày hẹn. Tính theo quy ước của Biểu số II.06a.',
    'measure.dossier.early.unit': 'hồ sơ',
    'measure.dossier.ended-on-time': 'Giải quyết đúng hạn',
    'measure.dossier.ended-on-time.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: xong trong ngày hẹn, không quá giờ hẹn; đúng giờ hẹn là đúng hạn. Tính theo quy ước của Biểu số II.06a.',
    'measure.dossier.ended-on-time.unit': 'hồ sơ',
    'measure.dossier.ended-late': 'Giải quyết quá hạn',
    'measure.dossier.ended-late.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: xong sau giờ hẹn ban đầu, chỉ cộng thời gian bổ sung đúng luật; đã xin lỗi vẫn là quá hạn. Tính theo quy ước của Biểu số II.06a.',
    'measure.dossier.ended-late.unit': 'hồ sơ',
    'measure.dossier.within': 'Đang giải quyết, trong hạn',
    'measure.dossier.within.definition':
      'Hồ sơ đã tiếp nhận, chưa xong, chưa quá giờ hẹn. Tính theo quy ước của Biểu số II.06a.',
    'measure.dossier.within.unit': 'hồ sơ',
    'measure.dossier.late': 'Đang giải quyết, quá hạn',
    'measure.dossier.late.definition':
      'Hồ sơ đã tiếp nhận, chưa xong, đã quá giờ hẹn ban đầu. Tính theo quy ước của Biểu số II.06a.',
    'measure.dossier.late.unit': 'hồ sơ',
    'measure.dossier.on-time': 'Hồ sơ được giải quyết đúng hạn và trước hạn (Kế hoạch 375)',
    'measure.dossier.on-time.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ xong đúng hạn hoặc trước hạn, trên tổng số hồ sơ đã xong và hồ sơ đang quá hạn. Hồ sơ không có ngày hẹn không tính.',
    'measure.dossier.on-time.unit': 'hồ sơ',
    'measure.dossier.on-time-by-index': 'Hồ sơ đúng hạn (chỉ số phục vụ người dân, doanh nghiệp)',
    'measure.dossier.on-time-by-index.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ xong đúng hạn và hồ sơ đang trong hạn, trên tổng số hồ sơ tiếp nhận hoặc chuyển sang; yêu cầu bổ sung quá một lần là quá hạn.',
    'measure.dossier.on-time-by-index.unit': 'hồ sơ',
    'measure.dossier.waiting': 'Đang chờ công dân bổ sung',
    'measure.dossier.waiting.definition': 'Hồ sơ đã tiếp nhận, đang chờ giấy tờ bổ sung.',
    'measure.dossier.waiting.unit': 'hồ sơ',
    'measure.dossier.withdrawn': 'Công dân rút hồ sơ',
    'measure.dossier.withdrawn.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ được rút, trước hay sau khi tiếp nhận.',
    'measure.dossier.withdrawn.unit': 'hồ sơ',
    'measure.dossier.refused': 'Không tiếp nhận',
    'measure.dossier.refused.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ bị từ chối tiếp nhận.',
    'measure.dossier.refused.unit': 'hồ sơ',
    'measure.dossier.declined': 'Từ chối giải quyết',
    'measure.dossier.declined.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ đã giải quyết xong với kết quả là văn bản từ chối.',
    'measure.dossier.declined.unit': 'hồ sơ',
    'measure.dossier.stopped': 'Dừng giải quyết',
    'measure.dossier.stopped.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ bị dừng giải quyết theo luật.',
    'measure.dossier.stopped.unit': 'hồ sơ',
    'measure.dossier.apologised': 'Hồ sơ quá hạn đã xin lỗi',
    'measure.dossier.apologised.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: hồ sơ quá hạn, đã xong hay chưa, đều phải xin lỗi; đếm hồ sơ đã gửi phiếu xin lỗi.',
    'measure.dossier.apologised.unit': 'hồ sơ',
    'measure.dossier.apologised-in-time': 'Xin lỗi đúng quy định',
    'measure.dossier.apologised-in-time.definition':
      'Phiếu xin lỗi gửi trước ngày hẹn ít nhất số ngày mà bộ quy định đòi hỏi, trên tổng số hồ sơ quá hạn.',
    'measure.dossier.apologised-in-time.unit': 'hồ sơ',
    'measure.dossier.apologised-late': 'Xin lỗi chậm',
    'measure.dossier.apologised-late.definition':
      'Phiếu xin lỗi gửi chậm hơn quy định, trên tổng số hồ sơ quá hạn.',
    'measure.dossier.apologised-late.unit': 'hồ sơ',
    'measure.dossier.saturday': 'Tiếp nhận vào thứ Bảy',
    'measure.dossier.saturday.definition':
      'Số hồ sơ tiếp nhận vào thứ Bảy trên tổng số hồ sơ tiếp nhận trong năm.',
    'measure.dossier.saturday.unit': 'hồ sơ',
    'measure.dossier.online-level-3': 'Hồ sơ trực tuyến mức độ 3 do người dân tự nộp',
    'measure.dossier.online-level-3.definition':
      'Hồ sơ nộp trực tuyến do tổ chức, người dân tự thực hiện, trên tổng số hồ sơ tiếp nhận bằng mọi cách của các thủ tục cung cấp mức độ 3. Hồ sơ cán bộ nhập hộ không tính vào tử số. Số liệu trong năm đến hết ngày 31/10.',
    'measure.dossier.online-level-3.unit': 'hồ sơ',
    'measure.dossier.online-level-4': 'Hồ sơ trực tuyến mức độ 4 do người dân tự nộp',
    'measure.dossier.online-level-4.definition':
      'Hồ sơ nộp trực tuyến do tổ chức, người dân tự thực hiện, trên tổng số hồ sơ tiếp nhận bằng mọi cách của các thủ tục cung cấp mức độ 4. Hồ sơ cán bộ nhập hộ không tính vào tử số. Số liệu trong năm đến hết ngày 31/10.',
    'measure.dossier.online-level-4.unit': 'hồ sơ',
    'measure.dossier.level-4-handled': 'Hồ sơ mức độ 4 đã được xử lý',
    'measure.dossier.level-4-handled.definition':
      'Hồ sơ đã xong trên tổng số hồ sơ tiếp nhận trong năm hoặc chuyển sang của các thủ tục cung cấp trực tuyến mức độ 4.',
    'measure.dossier.level-4-handled.unit': 'hồ sơ',
    'measure.result.returned': 'Kết quả đã trả',
    'measure.result.returned.definition':
      'Tính từ 01/01 của năm đến thời điểm xem: kết quả đã trao hoặc gửi cho công dân.',
    'measure.result.returned.unit': 'kết quả',
    'measure.result.returned-post': 'Trả kết quả qua bưu chính công ích',
    'measure.result.returned-post.definition':
      'Kết quả gửi qua bưu chính công ích trên tổng số kết quả đã trả trong năm.',
    'measure.result.returned-post.unit': 'kết quả',
    'measure.result.saturday': 'Trả kết quả vào thứ Bảy',
    'measure.result.saturday.definition': 'Kết quả trả vào thứ Bảy trên tổng số kết quả đã trả trong năm.',
    'measure.result.saturday.unit': 'kết quả',
    'measure.result.uncollected': 'Kết quả chưa có người nhận',
    'measure.result.uncollected.definition':
      'Kết quả nằm tại Bộ phận Một cửa lâu hơn số ngày của bộ quy định.',
    'measure.result.uncollected.unit': 'kết quả',
  },
  dossierMeasureEnglish,
);
