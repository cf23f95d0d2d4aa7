import type { FormPicture } from '../paper/form-sheet.ts';
import { modulesOf, symbolPng } from '../paper/symbols.ts';
import { xmlText } from '../sheet/cells.ts';
import type { TemplateFile } from './template-file.ts';

/** English Metric Units in a millimetre. */
const EMU = 36_000;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

interface Drawn {
  /** Its name among the file's parts, without ending. */
  name: string;
  id: string;
  number: number;
  /** Millimetres. */
  width: number;
  height: number;
  png: Uint8Array;
}

/** Bars of a quarter of a millimetre, as a desk's reader sees them; a QR code of two centimetres. */
function draw(picture: FormPicture): Drawn {
  if (picture.symbol === 'qr')
    return {
      name: 'ma-qr',
      id: 'rIdMaQR',
      number: 9001,
      width: 20,
      height: 20,
      png: symbolPng(picture, 8, 8),
    };
  const width = (modulesOf(picture)[0]?.length ?? 0) * 0.25;
  return {
    name: 'ma-vach',
    id: 'rIdMaVach',
    number: 9002,
    width,
    height: 9,
    png: symbolPng(picture, 8, 240),
  };
}

/** A code in a paragraph of its own, as Word writes it. @param style of that paragraph */
export function pictureXml(picture: FormPicture, style: string | undefined): string {
  const { id, number, width, height } = draw(picture);
  const size = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  const words = xmlText(picture.holds).replaceAll('"', '&quot;');
  const named = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${xmlText(style)}"/></w:pPr>`;
  return (
    `<w:p>${named}<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent ${size}/><wp:docPr id="${number}" name="${id}" descr="${words}"/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">` +
    `<pic:nvPicPr><pic:cNvPr id="${number}" name="${id}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  );
}

/** Adds to a file the picture that its filled parts show. */
export function addPicture(file: TemplateFile, picture: FormPicture): void {
  const { name, id, png } = draw(picture);
  const shows = Object.keys(file.files).filter(
    (part) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(part) && file.text(part).includes(`"${id}"`),
  );
  if (shows.length === 0) return;
  file.file(`word/media/${name}.png`, png);
  const types = '[Content_Types].xml';
  if (!/Extension="png"/i.test(file.text(types)))
    file.file(
      types,
      file.text(types).replace(/<Types[^>]*>/, '$&<Default Extension="png" ContentType="image/png"/>'),
    );
  for (const part of shows) addRelation(file, part, id, `media/${name}.png`);
}

function addRelation(file: TemplateFile, part: string, id: string, target: string): void {
  const name = part.replace('word/', 'word/_rels/').concat('.rels');
  const known = file.text(name) || `<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const relation = `<Relationship Id="${id}" Type="${RELATIONS}/image" Target="${target}"/>`;
  file.file(
    name,
    known
      .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
      .replace('</Relationships>', `${relation}</Relationships>`),
  );
}
