import { parseDocumentNumber, typeOfCode } from '../../pure/law/index.ts';

/** A document number as a register keeps it. */
export interface NumberAndSymbol {
  /** "375", of law-making documents with the year: "61/2018". */
  number: string;
  /** "KH-SGDĐT". */
  symbol: string;
  /** The type that the symbol tells; an official letter's symbol names no type. */
  type: string;
}

/** Takes "375/KH-SGDĐT" as people type it apart; null where number or symbol is missing. */
export function readNumberAndSymbol(typed: string): NumberAndSymbol | null {
  const read = parseDocumentNumber(typed);
  if (read === null || read.serial === null || read.symbol === null) return null;
  const type = read.typeCode === null ? null : (typeOfCode(read.typeCode)?.type.name ?? null);
  return {
    number: read.normalised.slice(0, -(read.symbol.length + 1)),
    symbol: read.symbol,
    type: type ?? 'Công văn',
  };
}
