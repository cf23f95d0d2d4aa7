/** A start of the embedded database that cannot go on; the message is one line and says what to do. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

/** The code of a system error (`ENOENT`, `EACCES` …), if the value is one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The text of anything that was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Turns a failed write below `dataDir` into a message that says what to do. */
export function folderError(error: unknown, dataDir: string): EmbeddedError {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataDir);
  // Of a read-only disk Node's recursive mkdir says ENOENT.
  if (code !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
    return new EmbeddedError(
      `Không ghi được vào thư mục dữ liệu ${dataDir}: hãy cấp quyền ghi cho người dùng này, hoặc chọn thư mục khác bằng DATA_DIR.`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new EmbeddedError(`${dataDir} không phải là thư mục: hãy chọn thư mục khác bằng DATA_DIR.`);
  }
  return new EmbeddedError(`Không dùng được thư mục dữ liệu ${dataDir}: ${errorText(error)}`);
}

/** Turns what PostgreSQL or initdb printed before it gave up into a message that says what to do. */
export function outputError(output: string, dataDir: string, logFile: string | undefined): EmbeddedError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(dataDir);
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const reason =
    lines.findLast((line) => /\b(FATAL|PANIC):|\berror:/.test(line)) ??
    lines.at(-1) ??
    'không có thông báo nào';
  const where = logFile === undefined ? '' : ` (xem thêm trong ${logFile})`;
  return new EmbeddedError(`PostgreSQL không khởi động được trong ${dataDir}: ${reason.trim()}${where}`);
}

function diskFull(dataDir: string): EmbeddedError {
  return new EmbeddedError(`Ổ đĩa chứa ${dataDir} đã đầy: hãy giải phóng chỗ trống rồi khởi động lại.`);
}
