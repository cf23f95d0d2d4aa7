import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { Channel } from './dossier.ts';
import { channelFromNational } from './mirror.ts';
import { NATIONAL_STATUSES, type NationalStatus } from './status.ts';

/** Fields of a dossier as DongBoHoSoMC, the service of the national portal's adapters, names them. */
export const RECORD_FIELDS = [
  'MaHoSo',
  'MaTTHC',
  'ChuHoSo',
  'LoaiDoiTuong',
  'TrichYeuHoSo',
  'TrangThaiHoSo',
  'NgayNop',
  'NgayTiepNhan',
  'NgayHenTra',
  'NgayKetThucXuLy',
  'NgayTra',
  'HinhThuc',
  'KenhThucHien',
  'TaiKhoanDuocXacThucVoiVNeID',
  'DonViXuLy',
  'GhiChu',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];
type NationalRecord = Readonly<Record<RecordField, string>>;

/** A record that has been read; its times are still wall times of the office. */
export interface MirroredRecord {
  code: string;
  procedureCode: string;
  ownerName: string;
  organisation: boolean;
  subject: string;
  nationalStatus: NationalStatus;
  submittedAt: string;
  acceptedAt: string | null;
  due: string | null;
  endedAt: string | null;
  returnedAt: string | null;
  returnBy: Channel;
  channel: Channel;
  bySelf: boolean;
  unit: string;
  note: string | null;
}

/** What must stand beside a status. */
const NEEDED: Readonly<Record<NationalStatus, readonly RecordField[]>> = {
  1: [],
  2: ['NgayTiepNhan'],
  3: [],
  4: ['NgayTiepNhan'],
  5: [],
  6: [],
  7: ['NgayKetThucXuLy'],
  8: ['NgayKetThucXuLy'],
  9: ['NgayTiepNhan', 'NgayKetThucXuLy'],
  10: ['NgayTiepNhan', 'NgayKetThucXuLy', 'NgayTra'],
};

/** Reads a record of another system, or says what is wrong with it and in which field. */
export function readRecord(record: NationalRecord): MirroredRecord | Refusal {
  const nationalStatus = NATIONAL_STATUSES.find((one) => String(one) === record.TrangThaiHoSo);
  if (nationalStatus === undefined) return at('TrangThaiHoSo', 'invalid:mirror-status');
  const needed: RecordField[] = [
    'MaHoSo',
    'MaTTHC',
    'ChuHoSo',
    'LoaiDoiTuong',
    'TrichYeuHoSo',
    ...NEEDED[nationalStatus],
  ];
  const missing = needed.find((field) => record[field] === '');
  if (missing !== undefined) return at(missing, 'invalid:required');
  const submitted = record.NgayNop === '' ? 'NgayTiepNhan' : 'NgayNop';
  if (record[submitted] === '') return at('NgayNop', 'invalid:required');
  for (const field of ['NgayNop', 'NgayTiepNhan', 'NgayHenTra', 'NgayKetThucXuLy', 'NgayTra'] as const)
    if (record[field] !== '' && readTime(record[field]) === null) return at(field, 'invalid:mirror-time');
  const channel = channelFromNational(record.KenhThucHien);
  if (channel === undefined) return at('KenhThucHien', 'invalid:choose');
  if (!['1', '2'].includes(record.LoaiDoiTuong)) return at('LoaiDoiTuong', 'invalid:choose');
  if (!['', '0', '1'].includes(record.HinhThuc)) return at('HinhThuc', 'invalid:choose');
  const notAccepted = nationalStatus === 1 || nationalStatus === 3;
  return {
    code: record.MaHoSo.toUpperCase(),
    procedureCode: record.MaTTHC,
    ownerName: record.ChuHoSo,
    organisation: record.LoaiDoiTuong === '2',
    subject: record.TrichYeuHoSo,
    nationalStatus,
    submittedAt: readTime(record[submitted]) ?? '',
    acceptedAt: notAccepted ? null : readTime(record.NgayTiepNhan),
    due: notAccepted ? null : readTime(record.NgayHenTra),
    endedAt: nationalStatus < 7 ? null : readTime(record.NgayKetThucXuLy),
    returnedAt: nationalStatus === 10 ? readTime(record.NgayTra) : null,
    returnBy: record.HinhThuc === '1' ? 'post' : 'direct',
    channel,
    bySelf: channel === 'online' && record.TaiKhoanDuocXacThucVoiVNeID === '1',
    unit: record.DonViXuLy,
    note: record.GhiChu || null,
  };
}

/** A time as other systems write it ("20190130140000", "2019-01-30 14:00:00"), as a wall time; null where it is none. */
export function readTime(typed: string): string | null {
  const found =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(typed) ??
    /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(typed);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second] = found;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${wall}Z`);
  // A day or an hour that there is not is moved or refused by the reader, never taken.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(wall) ? wall : null;
}

const at = (field: RecordField, code: Refusal['code']): Refusal => refuse(code, {}, { field });
