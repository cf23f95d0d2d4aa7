import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sniffFormat } from './sniff.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...new Array(80).fill(0)]);
const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const ole = (inside: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(inside, 'utf16le')]);

describe('a file is judged by its content', () => {
  test.each([
    ['pdf', strToU8('%PDF-1.7\n')],
    ['pdf', strToU8('\n\nrubbish before %PDF-1.4')],
    ['docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['docm', zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['odt', zipOf('mimetype', 'content.xml', 'META-INF/manifest.xml')],
    ['zip', zipOf('photo.png')],
    ['zip', strToU8('PK\u0003\u0004 cut off')],
    ['encrypted-office', ole('EncryptedPackage')],
    ['legacy-office', ole('WordDocument')],
    ['rtf', strToU8('{\\rtf1 x}')],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['gif', strToU8('GIF89a')],
    ['webp', strToU8('RIFF0000WEBPVP8 ')],
    ['tiff', bytes(0x49, 0x49, 0x2a, 0x00)],
    ['exe', bytes(0x4d, 0x5a, 0x90)],
    ['exe', bytes(0x7f, 0x45, 0x4c, 0x46)],
    ['exe', strToU8('#!/bin/sh\nrm x')],
    ['html', strToU8('\ufeff<!-- c -->\n<!DOCTYPE html><p>x')],
    ['html', strToU8('<table><tr><td>x')],
    ['txt', strToU8('MZ là chữ, không phải chương trình')],
    ['txt', strToU8('Số: 375 /KH-SGDĐT <i>x</i>')],
    ['txt', Uint8Array.of(0xff, 0xfe, 0x41, 0x00)],
    ['unknown', bytes(1, 2, 3)],
    ['empty', new Uint8Array()],
  ])('%s', (format, content) => {
    expect(sniffFormat(content)).toBe(format);
  });

  test('real files of a word processor', () => {
    const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
    expect(sniffFormat(fixture('small-plan.docx'))).toBe('docx');
    expect(sniffFormat(fixture('small-plan.pdf'))).toBe('pdf');
  });
});
