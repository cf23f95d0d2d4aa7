import type { OfficialDocument } from './document.ts';

/** A quarter's report of some department: what a template's sample says, and what tests lay out. Posts only, nobody's name. */
export function sampleReport(change: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    issuer: { parent: 'UBND thành phố Hà Nội', name: 'Sở Giáo dục và Đào tạo' },
    number: 5,
    symbol: 'BC-SGDĐT',
    place: 'Hà Nội',
    date: '2019-04-05',
    draftedOn: '2019-04-02',
    type: 'Báo cáo',
    abstract: 'Kết quả thực hiện công tác cải cách hành chính quý I năm 2019',
    to: ['Sở Nội vụ thành phố Hà Nội'],
    body: [
      { kind: 'basis', text: 'Căn cứ Kế hoạch số 375/KH-SGDĐT ngày 28/01/2019 của Sở Giáo dục và Đào tạo;' },
      {
        kind: 'paragraph',
        runs: [
          {
            text: 'Sở Giáo dục và Đào tạo báo cáo kết quả thực hiện công tác cải cách hành chính quý I như sau:',
          },
        ],
      },
      { kind: 'heading', level: 1, number: 'I', text: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH' },
      { kind: 'heading', level: 2, number: '1', text: 'Kết quả thực hiện nhiệm vụ' },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Đến hết quý I, trong ' },
          { text: '69', bold: true, href: '/plans/1' },
          { text: ' nhiệm vụ đã hoàn thành ' },
          { text: '21', bold: true },
          { text: ' nhiệm vụ, ' },
          { text: 'trong đó 03 nhiệm vụ hoàn thành sau hạn', italic: true },
          {
            text: '. Các phòng đã rà soát, hệ thống hóa văn bản và cập nhật thủ tục hành chính theo quy định.',
          },
        ],
      },
      {
        kind: 'table',
        table: {
          columns: [
            { title: 'Đơn vị', width: 3 },
            { title: 'Được giao', width: 1, align: 'centre' },
            { title: 'Hoàn thành', width: 1, align: 'centre' },
          ],
          rows: [{ cells: ['Văn phòng', '40', '12'] }, { cells: ['Phòng Tổ chức cán bộ', '17', '9'] }],
        },
      },
      { kind: 'heading', level: 1, number: 'II', text: 'KIẾN NGHỊ, ĐỀ XUẤT' },
      {
        kind: 'paragraph',
        runs: [{ text: 'Đề nghị Sở Nội vụ hướng dẫn thống nhất mẫu phụ lục báo cáo định kỳ.' }],
      },
    ],
    signature: { authority: { mark: 'KT.', of: 'Giám đốc' }, post: 'Phó Giám đốc', name: null },
    recipients: [
      { name: 'UBND thành phố', note: 'để b/cáo' },
      { name: 'Sở Nội vụ', note: null },
      { name: 'Các phòng thuộc Sở', note: null },
    ],
    kept: 'VT, VP',
    annexes: [
      {
        title: 'Tình hình thực hiện các nhiệm vụ năm 2019',
        orientation: 'landscape',
        body: [
          {
            kind: 'table',
            table: {
              columns: [
                { title: 'TT', width: 1, align: 'centre' },
                { title: 'Nhiệm vụ', width: 8 },
                { title: 'Đơn vị chủ trì', width: 3 },
                { title: 'Thời gian hoàn thành', width: 3, align: 'centre' },
                { title: 'Kết quả', width: 5 },
              ],
              rows: [
                { group: 'Cải cách thể chế' },
                ...Array.from({ length: 69 }, (_, at) => ({
                  cells: [
                    String(at + 1),
                    `Nhiệm vụ thứ ${at + 1}: rà soát, hệ thống hóa văn bản quy phạm pháp luật thuộc lĩnh vực, báo cáo kết quả theo quy định`,
                    'Văn phòng',
                    'Quý I/2019',
                    'Đã ban hành văn bản, gửi các đơn vị để thực hiện',
                  ],
                })),
              ],
            },
          },
        ],
      },
    ],
    draft: false,
    simulated: false,
    ...change,
  };
}
