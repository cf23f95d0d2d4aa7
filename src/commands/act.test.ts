import { expect, test } from 'vitest';
import { UsageError } from '../settings.ts';
import { actCommand } from './act.ts';

test.each([
  [[], /^Cách dùng: minhchung act ACTION/],
  [['--as', 'quantri'], /^Cách dùng: minhchung act ACTION/],
  [['unit.gone', '--as', 'quantri'], /^Không có thao tác unit\.gone: lệnh minhchung actions /],
  [['plan.record-reading', '--as', 'quantri'], /^Không có thao tác/],
  [['unit.save', '--code', 'X'], /^Thiếu --as\./],
  [['unit.save', '--as', 'quantri', '--code'], /^--code chưa có giá trị\./],
  [['unit.save', '--as', 'quantri', 'code', 'X'], /^Không có lựa chọn code\./],
  [['unit.save', '--as', 'quantri', '--if-match', 'x'], /^--if-match x không dùng được/],
  [['unit.save', '--as', 'quantri', '--bogus', '1'], /^Thao tác unit\.save không có trường --bogus:/],
  [['unit.save', '--as', 'quantri', '--as', 'giamdoc'], /^--as chỉ được ghi một lần\./],
])('%j is refused in one clear line before anything is opened', async (args, line) => {
  const refused = actCommand(args);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(line);
});
