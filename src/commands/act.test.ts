import { expect, test } from 'vitest';
import { SettingsError } from '../settings.ts';
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
])('%j is refused in one clear line before anything is opened', async (args, line) => {
  const refused = actCommand(args);
  await expect(refused).rejects.toThrow(SettingsError);
  await expect(refused).rejects.toThrow(line);
});
