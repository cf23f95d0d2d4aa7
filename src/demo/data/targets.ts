/** What the clerk says of targets: the measure that counts it, or why nothing counts it yet; by words of the target. */
export const TARGET_MEASURES: readonly (readonly [
  words: string,
  by: { measure: string } | { reason: string },
])[] = [
  ['thủ trưởng cơ quan', { measure: 'leadership.by-head' }],
  ['đưa nội dung CCHC', { measure: 'subplan.of-divisions' }],
  ['xây dựng kế hoạch CCHC', { measure: 'subplan.of-affiliated' }],
  ['có lãnh đạo và cán bộ thực hiện', { measure: 'leadership.complete' }],
  ['đúng hạn và trước hạn', { reason: 'Hồ sơ do hệ thống một cửa điện tử của Thành phố giữ, chưa nhập về.' }],
  ['mức độ 3 được đánh giá', { reason: 'Chưa có kết quả đánh giá sự phù hợp của từng thủ tục.' }],
  [
    'mức độ 3 đạt tối thiểu',
    { reason: 'Hồ sơ do hệ thống một cửa điện tử của Thành phố giữ, chưa nhập về.' },
  ],
  ['hồ sơ mức độ 4', { reason: 'Hồ sơ do hệ thống một cửa điện tử của Thành phố giữ, chưa nhập về.' }],
  ['vị trí việc làm', { reason: 'Chưa có dữ liệu vị trí việc làm của các đơn vị sự nghiệp.' }],
];
