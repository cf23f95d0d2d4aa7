import type { Content } from './types.ts';
import { viewWords } from './words.ts';

export interface PaperProps {
  /** The agency above the issuer, if any: "UBND THÀNH PHỐ HÀ NỘI". */
  readonly parent?: string | undefined;
  readonly issuer: string;
  /** "375/KH-SGDĐT"; blank until the records clerk has registered it. */
  readonly number?: string | undefined;
  /** "Hà Nội, ngày 28 tháng 01 năm 2019". */
  readonly placeAndDate: string;
  /** The type of the document in capitals: "KẾ HOẠCH". */
  readonly type: string;
  readonly abstract: string;
  readonly children?: Content;
  readonly recipients?: readonly string[] | undefined;
  /** The post that signs, a line each; in a demo the post only. */
  readonly signature?: { readonly post: Content; readonly name?: string | undefined } | undefined;
  /** What follows the signature: the appendices. */
  readonly appendix?: Content;
}

/** An official document as officials know it, in the language of documents; layout after Decree 30/2020/NĐ-CP, annex I. */
export function Paper(props: PaperProps) {
  return (
    <article class="paper" lang="vi" aria-label={`${props.type} ${props.number ?? ''} ${props.abstract}`}>
      <header class="paper-head">
        <div>
          {props.parent === undefined ? null : <p>{props.parent}</p>}
          <p class="paper-issuer">{props.issuer}</p>
          <p>Số: {props.number ?? '……'}</p>
        </div>
        <div>
          <p class="paper-country">{viewWords.motto1}</p>
          <p class="paper-motto">{viewWords.motto2}</p>
          <p class="paper-date">{props.placeAndDate}</p>
        </div>
      </header>
      <div class="paper-title">
        <p class="paper-type">{props.type}</p>
        <p class="paper-abstract">{props.abstract}</p>
      </div>
      <div class="paper-body">{props.children}</div>
      <footer class="paper-foot">
        {props.recipients === undefined ? (
          <div />
        ) : (
          <div class="paper-recipients">
            <p>{viewWords.recipients}</p>
            <ul>
              {props.recipients.map((recipient) => (
                <li>{recipient}</li>
              ))}
            </ul>
          </div>
        )}
        {props.signature === undefined ? null : (
          <div class="paper-signature">
            <p>{props.signature.post}</p>
            <p>{props.signature.name}</p>
          </div>
        )}
      </footer>
      {props.appendix === undefined ? null : <div class="paper-body paper-appendix">{props.appendix}</div>}
    </article>
  );
}
