import { describe, expect, test } from 'vitest';
import { EmbeddedError, folderError, outputError } from './error.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

describe('messages of the embedded database', () => {
  test('a full disk is named, whoever met it first', () => {
    expect(folderError(systemError('ENOSPC'), '/data').message).toBe(
      'Ổ đĩa chứa /data đã đầy: hãy giải phóng chỗ trống rồi khởi động lại.',
    );
    expect(
      outputError(
        'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device\n',
        '/data',
        undefined,
      ).message,
    ).toMatch(/^Ổ đĩa chứa \/data đã đầy/);
  });

  test('a folder that cannot be written says what to do', () => {
    for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOENT']) {
      expect(folderError(systemError(code), '/data').message).toMatch(
        /^Không ghi được vào thư mục dữ liệu \/data: .*DATA_DIR/,
      );
    }
    expect(folderError(systemError('EIO'), '/data').message).toContain('as the system says it');
    expect(folderError('odd', '/data')).toBeInstanceOf(EmbeddedError);
  });

  test('of much output the last line that tells the reason is kept, in one line', () => {
    const output =
      'LOG:  starting\nFATAL:  could not map anonymous shared memory\nHINT:  less\nLOG:  shut down\n';
    const { message } = outputError(output, '/data', '/data/postgres.log');
    expect(message).toBe(
      'PostgreSQL không khởi động được trong /data: FATAL:  could not map anonymous shared memory (xem thêm trong /data/postgres.log)',
    );
    expect(outputError('', '/data', undefined).message).toContain('không có thông báo nào');
  });
});
