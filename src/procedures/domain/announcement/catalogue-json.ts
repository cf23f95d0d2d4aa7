import type { Channel, Component, Fee, Limit } from '../procedure.ts';
import { readProcedureCode } from './code.ts';
import { amountIn } from './fee.ts';
import {
  budgetOf,
  known,
  readGluedBases,
  readGluedComponents,
  readGluedResults,
  readGluedWays,
  splitList,
} from './glued.ts';
import { readTiers } from './groups.ts';
import type { ReadProcedure } from './read-announcement.ts';
import { rowRemarks } from './row-remarks.ts';
import { remarkTwice } from './twice.ts';
import { readOnlineLevel } from './ways.ts';

/** Why a file of the national catalogue gives no rows. */
export type CatalogueProblem = 'not-json' | 'no-records';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads records of the national catalogue: a JSON value or one a line, either as the catalogue's pages give them
 * (`ma_thu_tuc` …) or as the services `LayThuTuc` and `LayDanhSachTTHC` answer (`MATTHC` …).
 */
export function readCatalogueJson(text: string): ReadProcedure[] | CatalogueProblem {
  const values = valuesOf(text.replace(/^\uFEFF/u, ''));
  if (values === null) return 'not-json';
  const rows = values
    .flatMap(recordsIn)
    .map((record) =>
      'MATTHC' in record || 'TENTTHC' in record ? serviceRecord(record) : pageRecord(record),
    );
  if (rows.length === 0) return 'no-records';
  remarkTwice(rows);
  return rows;
}

function valuesOf(text: string): unknown[] | null {
  try {
    return [JSON.parse(text)];
  } catch {
    try {
      return text
        .split(/\r?\n/u)
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown);
    } catch {
      return null;
    }
  }
}

function recordsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (!isRecord(value)) return [];
  if (['MATTHC', 'TENTTHC', 'ma_thu_tuc', 'ten_thu_tuc'].some((key) => key in value)) return [value];
  return ['result', 'data', 'content'].flatMap((key) => recordsIn(value[key]));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(record: Json, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value.normalize('NFC') : typeof value === 'number' ? String(value) : '';
}

function list(record: Json, key: string): Json[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];
}

/** A record as the catalogue's pages show it, tables run together. */
function pageRecord(record: Json): ReadProcedure {
  const ways = readGluedWays(textIn(record, 'cach_thuc_thuc_hien'));
  const papers = textIn(record, 'thanh_phan_ho_so');
  const sets = setsIn(papers);
  return rowOf(record, 'ma_thu_tuc', 'ten_thu_tuc', {
    field: known(textIn(record, 'linh_vuc')),
    tiers: readTiers(textIn(record, 'cap_thuc_hien')),
    limits: ways.limits,
    place: known(textIn(record, 'dia_chi_tiep_nhan')),
    fees: ways.fees,
    legalBases: readGluedBases(textIn(record, 'can_cu_phap_ly')),
    ownDecision: known(textIn(record, 'so_quyet_dinh')),
    rest: {
      steps: known(textIn(record, 'trinh_tu_thuc_hien')),
      components: readGluedComponents(papers),
      subjects: splitList(textIn(record, 'doi_tuong_thuc_hien')),
      results: readGluedResults(textIn(record, 'ket_qua_xu_ly')),
      conditions: known(textIn(record, 'yeu_cau_dieu_kien')),
      onlineLevel: ways.onlineLevel ?? null,
      postal: ways.postal,
      ...(sets === null ? {} : { sets }),
    },
  });
}

const SETS = /Số lượng hồ sơ\s*:?\s*(\d{1,2})(?:\s*\([^()]{1,20}\))?\s*bộ/iu;

function setsIn(text: string): number | null {
  const found = Number(SETS.exec(text)?.[1]);
  return Number.isNaN(found) || found === 0 ? null : found;
}

const CHANNEL_CODES: Record<string, Channel> = { '1': 'direct', '2': 'online', '3': 'post' };

/** A record as the services of the national portal answer it. */
function serviceRecord(record: Json): ReadProcedure {
  const limits: Limit[] = [];
  const fees: Fee[] = [];
  const channels = new Set<Channel>();
  for (const way of list(record, 'CACHTHUCTHUCHIEN')) {
    const channel = CHANNEL_CODES[textIn(way, 'KENH')] ?? null;
    if (channel !== null) channels.add(channel);
    const times = list(way, 'THOIGIAN');
    for (const time of times) {
      const amount = textIn(time, 'THOIGIANGIAIQUYET');
      const unit = textIn(time, 'DONVITINH');
      const description = known(textIn(time, 'MOTA'));
      if (amount !== '' || description !== null)
        limits.push({
          channel,
          case: times.length > 1 ? description : null,
          budget: budgetOf(amount, unit),
          text: [`${amount} ${unit}`.trim(), description].filter(Boolean).join('. '),
        });
      for (const fee of list(time, 'PHILEPHI')) fees.push(feeOf(fee, channel));
    }
  }
  const components = list(record, 'THANHPHANHOSO').flatMap((of) =>
    list(of, 'GIAYTO').map((paper) => ({ of: known(textIn(of, 'TRUONGHOP')), paper })),
  );
  const steps = list(record, 'TRINHTUTHUCHIEN').map((of) =>
    [known(textIn(of, 'TRUONGHOP')), ...list(of, 'TRINHTU').map((step) => textIn(step, 'TENTRINHTU'))]
      .filter(Boolean)
      .join('\n'),
  );
  const fields = list(record, 'LINHVUCTHUCHIEN').map((field) => textIn(field, 'TENLINHVUC'));
  const subjects = list(record, 'DOITUONGTHUCHIEN').map((subject) => textIn(subject, 'TENDOITUONG'));
  return rowOf(record, 'MATTHC', 'TENTTHC', {
    field: fields.find((name) => name !== '') ?? null,
    tiers: readTiers(
      [
        textIn(record, 'CAPTHUCHIEN'),
        ...list(record, 'COQUANTHUCHIEN').map((of) => textIn(of, 'TENDONVI')),
      ].join('; '),
    ),
    limits,
    place: null,
    fees,
    legalBases: list(record, 'CANCUPHAPLY')
      .map((basis) => [textIn(basis, 'TENVANBAN'), textIn(basis, 'SOVANBAN')])
      .map(([name = '', number = '']) =>
        name === '' || number === '' || name.includes(number) ? name || number : `${name} (${number})`,
      )
      .filter((basis) => basis !== ''),
    ownDecision: known(textIn(record, 'SOQUYETDINH')),
    rest: {
      steps: known(steps.join('\n')),
      components: components.map(({ of, paper }, at) => componentOf(paper, of, at)),
      subjects: subjects.length > 0 ? subjects : splitList(textIn(record, 'MOTADOITUONGTHUCHIEN')),
      results: list(record, 'KETQUATHUCHIEN').map((result) => textIn(result, 'TENKETQUA')),
      conditions: known(textIn(record, 'YEUCAU')),
      onlineLevel: readOnlineLevel(limits.map(({ text }) => text).join(' ')),
      postal: { receive: channels.has('post'), return: false },
    },
  });
}

function feeOf(fee: Json, channel: Channel | null): Fee {
  const amount = textIn(fee, 'SOTIEN').replace(/[.,\s]/gu, '');
  const description = known(textIn(fee, 'MOTA'));
  const unit = textIn(fee, 'DONVI');
  const printed = `${textIn(fee, 'SOTIEN')} ${unit}`.trim();
  return {
    channel,
    name: 'Phí, lệ phí',
    amount: /^\d{1,12}$/.test(amount) && !/usd/i.test(unit) ? Number(amount) : amountIn(description ?? ''),
    text: [printed, description].filter(Boolean).join('. '),
  };
}

function componentOf(paper: Json, of: string | null, at: number): Component {
  const number = (key: string, otherwise: number) => {
    const value = textIn(paper, key);
    return /^\d{1,3}$/.test(value) ? Number(value) : otherwise;
  };
  const name = textIn(paper, 'TENGIAYTO').trim();
  return {
    key: `c${at + 1}`,
    name,
    form: known(textIn(paper, 'TENMAUDON')),
    originals: number('SOBANCHINH', 1),
    copies: number('SOBANSAO', 0),
    required: !/\(nếu có\)/iu.test(name),
    case: of,
  };
}

type Said = Pick<
  ReadProcedure,
  'field' | 'tiers' | 'limits' | 'place' | 'fees' | 'legalBases' | 'ownDecision' | 'rest'
>;

function rowOf(record: Json, codeKey: string, nameKey: string, said: Said): ReadProcedure {
  const code = readProcedureCode(textIn(record, codeKey));
  const name = textIn(record, nameKey).replace(/\s+/gu, ' ').trim();
  return {
    ...said,
    section: null,
    no: null,
    codeAsWritten: code?.asWritten ?? null,
    code: code?.code ?? null,
    nationalCode: code?.nationalCode ?? null,
    name,
    act: 'announced',
    nextDayAfter: null,
    span: null,
    remarks: rowRemarks({ ...said, name }, code),
  };
}
