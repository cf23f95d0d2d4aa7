import { inflateRawSync } from 'node:zlib';
import { ExtractError } from './types.ts';

/** One file as the archive's own directory declares it. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packedSize: number;
  /** As declared, which need not be true. */
  size: number;
  headerOffset: number;
}

export interface ZipLimits {
  maxEntries: number;
  /** Bytes that all parts read together may inflate to. */
  maxInflated: number;
  /** Inflated to packed, of one part larger than {@link RATIO_FROM}; XML seldom passes 50, a bomb reaches 1,000. */
  maxRatio: number;
}

export const ZIP_LIMITS: ZipLimits = { maxEntries: 5_000, maxInflated: 200_000_000, maxRatio: 200 };
const RATIO_FROM = 5_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;

/** The archive's directory; throws `damaged` where there is none or it points outside the file. */
export function zipDirectory(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.maxEntries) throw new ExtractError('bomb', { entries: count, limit: limits.maxEntries });
  let offset = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (offset + 46 > end || view.getUint32(offset, true) !== DIRECTORY_ENTRY) throw damaged('directory');
    const nameLength = view.getUint16(offset + 28, true);
    const skip = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)),
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      packedSize: view.getUint32(offset + 20, true),
      size: view.getUint32(offset + 24, true),
      headerOffset: view.getUint32(offset + 42, true),
    });
    offset += 46 + nameLength + skip;
  }
  return entries;
}

/** Reads parts by name, and keeps count of what all of them inflated to. */
export class ZipReader {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #limits: ZipLimits;
  #inflated = 0;

  constructor(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS) {
    this.#bytes = bytes;
    this.#limits = limits;
    this.#entries = new Map(zipDirectory(bytes, limits).map((entry) => [entry.name, entry]));
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The part's bytes, or null where the archive has no such part. */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    if (entry.encrypted) throw new ExtractError('encrypted', {});
    const allowed = this.#allowed(entry);
    if (entry.size > allowed) throw bomb(entry, allowed);
    const packed = this.#packed(entry);
    const part = entry.method === 0 ? packed : inflate(entry, packed, allowed);
    this.#inflated += part.length;
    return part;
  }

  #allowed(entry: ZipEntry): number {
    const left = this.#limits.maxInflated - this.#inflated;
    return Math.min(left, Math.max(RATIO_FROM, entry.packedSize * this.#limits.maxRatio));
  }

  #packed(entry: ZipEntry): Uint8Array {
    const { byteOffset, buffer, byteLength } = this.#bytes;
    const view = new DataView(buffer, byteOffset, byteLength);
    const at = entry.headerOffset;
    if (at + 30 > byteLength || view.getUint32(at, true) !== LOCAL_HEADER) throw damaged(entry.name);
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + entry.packedSize > byteLength) throw damaged(entry.name);
    return this.#bytes.subarray(start, start + entry.packedSize);
  }
}

function inflate(entry: ZipEntry, packed: Uint8Array, allowed: number): Uint8Array {
  if (entry.method !== 8) throw damaged(entry.name);
  try {
    // zlib itself stops at the limit, so a lying declaration costs no more memory than an honest one.
    return inflateRawSync(packed, { maxOutputLength: allowed });
  } catch (error) {
    if (error instanceof RangeError) throw bomb(entry, allowed);
    throw damaged(entry.name);
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged('end');
}

function bomb(entry: ZipEntry, allowed: number): ExtractError {
  return new ExtractError('bomb', { part: entry.name, limit: allowed });
}

function damaged(where: string): ExtractError {
  return new ExtractError('damaged', { where });
}
