import { describe, expect, it } from 'vitest';
import { withLabels } from './field-labels.ts';
import { Button, DataTable, ErrorSummary, Figure, Form, hiddenFields, Page, TextInput } from './index.ts';

const row = { name: '<b>Trường</b> & "Sở"', due: '05/06/2019' };
const columns = [
  { key: 'name', label: 'Đơn vị', cell: (unit: typeof row) => unit.name, rowHeader: true },
  {
    key: 'due',
    label: 'Hạn',
    cell: (unit: typeof row) => unit.due,
    sort: { href: '/x?sort=due', dir: 'desc' as const },
  },
];

describe('the kit', () => {
  it('escapes what users wrote, in text and in attributes', () => {
    const table = String(
      <DataTable id="t" caption="c" rows={[row]} columns={columns} empty={{ text: '' }} />,
    );
    expect(table).toContain('&lt;b&gt;Trường&lt;/b&gt; &amp; &quot;Sở&quot;');
    expect(String(<TextInput name="n" label="l" value={'"><script>'} />)).toContain(
      'value="&quot;&gt;&lt;script&gt;"',
    );
  });

  it('holds no inline style, script or handler', () => {
    const page = String(
      <Page title="t" agency="a" home="/" assets={{ style: '/a.css', scripts: ['/a.js'] }} demo>
        <DataTable id="t" caption="c" rows={[row]} columns={columns} empty={{ text: '' }} />
      </Page>,
    );
    expect(page).toMatch(/^<!DOCTYPE html><html lang="vi" class="demo">/);
    expect(page).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! type="module" src)/);
    expect(page).toContain('MÔ PHỎNG');
  });

  it('says by which column a table is sorted', () => {
    const table = String(
      <DataTable id="t" caption="c" rows={[row]} columns={columns} empty={{ text: '' }} />,
    );
    expect(table).toContain('aria-sort="descending"');
  });

  it('puts what a form was made from into hidden fields', () => {
    const form = String(
      <Form action="/x" csrf="token" seq={7} requestKey="once">
        <Button>Lưu</Button>
      </Form>,
    );
    for (const [name, value] of [
      [hiddenFields.csrf, 'token'],
      [hiddenFields.seq, '7'],
      [hiddenFields.key, 'once'],
    ]) {
      expect(form).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    }
  });

  it('leads an error to its field, and ties the field to its error', () => {
    expect(String(<ErrorSummary errors={[{ field: 'due', text: 'Hãy ghi hạn.' }]} />)).toContain(
      'href="#f-due"',
    );
    const input = String(<TextInput name="due" label="Hạn" error="Hãy ghi hạn." hint="Ngày" />);
    expect(input).toContain('id="f-due"');
    expect(input).toContain('aria-describedby="f-due-hint f-due-error"');
    expect(String(<ErrorSummary errors={[]} />)).toBe('');
  });

  it('gives a refused button its reason and no way to submit', () => {
    const button = String(
      <Button disabledReason="Không ai xác nhận việc của chính đơn vị mình.">Xác nhận</Button>,
    );
    const id = /aria-describedby="([^"]+)"/.exec(button)?.[1];
    expect(button).toContain(`id="${id}">Không ai xác nhận`);
    expect(button).toContain('type="button"');
    expect(button).not.toContain('type="submit"');
  });

  it('says that there is nothing to count', () => {
    expect(String(<Figure label="Đúng hạn" />)).toContain('chưa có số liệu');
  });
});

it('a summary of errors names each field as its form does', () => {
  const form = String(
    <form>
      <TextInput name="due" label="Hạn & nơi <nhận>" optional error="Hãy ghi hạn." />
      <TextInput name="title" label="Tên" />
      <TextInput name="rows.1.text" label="Nội dung thư" error="Hãy nhập." />
    </form>,
  );
  const errors = [
    { field: 'due', text: 'Hãy ghi hạn.' },
    { field: 'rows.1.text', text: 'Hãy nhập.' },
    { field: 'elsewhere', text: 'Hãy chọn.' },
    { text: 'Đã có người sửa.' },
  ];
  const summary = String(<ErrorSummary errors={withLabels(errors, form)} />);
  expect(summary).toContain('<a href="#f-due">Hạn &amp; nơi &lt;nhận&gt;: Hãy ghi hạn.</a>');
  expect(summary).toContain('>Nội dung thư: Hãy nhập.</a>');
  expect(summary).toContain('<a href="#f-elsewhere">Hãy chọn.</a>');
  expect(summary).toContain('<li>Đã có người sửa.</li>');
});
