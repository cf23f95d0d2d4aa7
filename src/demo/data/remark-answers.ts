/** How the demo's clerk answers what the reader found doubtful, by rule. */
export const REMARK_ANSWERS: Readonly<
  Record<string, { answer: 'corrected' | 'accepted' | 'put_off'; note: string }>
> & {
  readonly otherwise: { answer: 'accepted'; note: string };
  readonly later: { answer: 'put_off'; note: string };
} = {
  'citation-after-plan': {
    answer: 'put_off',
    note: 'Đang đối chiếu ngày ban hành quyết định của Thành phố; sẽ đính chính nếu ghi nhầm năm.',
  },
  'same-act-two-numbers': {
    answer: 'put_off',
    note: 'Chờ Thanh tra Sở cung cấp bản gốc để thống nhất số, ký hiệu.',
  },
  'number-date-year': {
    answer: 'put_off',
    note: 'Đối chiếu cùng với việc thống nhất số, ký hiệu nghị định.',
  },
  'serial-missing': {
    answer: 'put_off',
    note: 'Phòng Tổ chức cán bộ bổ sung số thứ tự của thông tư liên tịch.',
  },
  'deadline-in-the-past': {
    answer: 'accepted',
    note: 'Thời hạn chép theo hướng dẫn chấm điểm năm trước; thực hiện theo cột thời gian hoàn thành.',
  },
  'requirement-against-due': {
    answer: 'accepted',
    note: 'Giữ cả hai thời hạn: cột thời gian hoàn thành để giao việc, yêu cầu để chấm điểm. Đơn vị làm theo thời hạn sớm hơn.',
  },
  'input-after-report': {
    answer: 'accepted',
    note: 'Văn phòng sẽ đề nghị các phòng gửi số liệu sớm hơn cho báo cáo năm.',
  },
  'data-cut-off': {
    answer: 'accepted',
    note: 'Số liệu chốt ngày 25/10, cập nhật bổ sung sau nếu có thay đổi.',
  },
  'truncated-cell': {
    answer: 'put_off',
    note: 'Ô bị cắt khi chuyển tệp; tra lại bản ký trước khi đính chính.',
  },
  otherwise: { answer: 'accepted', note: 'Đã xem, giữ như văn bản.' },
  later: { answer: 'put_off', note: '' },
};
