import { describe, expect, test } from 'vitest';
import { EmbeddedError, folderError, outputError } from './error.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

describe('messages of the embedded database', () => {
  test('a full disk is named, whoever met it first', () => {
    expect(folderError(systemError('ENOSPC'), '/data').message).toBe(
      'the disk that holds /data is full: free some space, then start again',
    );
    expect(
      outputError(
        'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device\n',
        '/data',
        undefined,
      ).message,
    ).toContain('is full');
  });

  test('a folder that cannot be written says what to do', () => {
    for (const code of ['EACCES', 'EPERM', 'EROFS']) {
      expect(folderError(systemError(code), '/data').message).toMatch(/cannot be written: .*DATA_DIR/);
    }
    expect(folderError(systemError('EIO'), '/data').message).toContain('as the system says it');
    expect(folderError('odd', '/data')).toBeInstanceOf(EmbeddedError);
  });

  test('of much output the last line that tells the reason is kept, in one line', () => {
    const output =
      'LOG:  starting\nFATAL:  could not map anonymous shared memory\nHINT:  less\nLOG:  shut down\n';
    const { message } = outputError(output, '/data', '/data/postgres.log');
    expect(message).toBe(
      'PostgreSQL did not start in /data: FATAL:  could not map anonymous shared memory (more in /data/postgres.log)',
    );
    expect(outputError('', '/data', undefined).message).toContain('no output at all');
  });
});
