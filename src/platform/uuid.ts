import { createHash, randomBytes } from 'node:crypto';
import { realNow } from './clock/system.ts';

/** A UUIDv7 (RFC 9562): 48 bits of real time in milliseconds, then randomness. */
export function uuid7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(realNow().epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  return written(bytes);
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The UUID (version 8, RFC 9562) that a name always has: for a thing of which there can be but one of each name. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  return written(bytes);
}

function written(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
