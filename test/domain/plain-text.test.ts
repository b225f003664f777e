import fc from 'fast-check';
import { bodyText, plainText } from '../../src/domain/plain-text';

describe('an article in HTML', () => {
  test.each([
    ['paragraphs and breaks', '<p>Hello</p><p>one<br>two</p>', 'Hello\n\none\ntwo'],
    ['a list', '<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
    ['cells of a table', '<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['line breaks of the source, which mean nothing', '<div>one\n  two</div>', 'one two'],
    ['entities', 'Gr&uuml;&szlig;e &amp; &#8364;5 &#x1F600; &lt;b&gt;&nbsp;x', 'Grüße & €5 😀 <b> x'],
    ['an entity that decodes to another, once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['an entity that nobody knows', '&unknown; &#0; &#xD800;', '&unknown; \uFFFD \uFFFD'],
    ['formatting', '<b>bold</b> and <a href="https://evil.test">a link</a>', 'bold and a link'],
    [
      'nothing of style, script, title and comments',
      '<style>p{}</style><title>T</title>a<script>x()</script><!-- c -->b<!DOCTYPE html>',
      'ab',
    ],
    ['a value with a sign in it', '<img alt="a > b">text', 'text'],
    ['signs that begin no tag', '1 < 2 <3 a<b', '1 < 2 <3 a'],
    ['a script that never ends', 'a<script>x', 'a'],
    ['a quotation that never ends', 'a<b title="x>y', 'a'],
  ])('is read with %s', (_what, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test('is told by what it says of itself; anything else is text as it is', () => {
    expect(bodyText('<b>x</b>', 'text/html; charset=utf-8')).toBe('x');
    expect(bodyText('<b>x</b>', undefined, 'TEXT/HTML')).toBe('x');
    expect(bodyText('<b>x</b>', 'text/plain; charset=utf-8', 'text/plain')).toBe('<b>x</b>');
    expect(bodyText('<b>x</b>')).toBe('<b>x</b>');
  });

  test('becomes text, whatever it is, and in no time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '"', "'", '&', ';', '#', '/', 'script', 'style', '!--', 'p', ' ', 'amp', '1')),
        (parts) => {
          const text = plainText(parts.join(''));
          expect(text).toBe(text.trim());
          expect(text.length).toBeLessThanOrEqual(parts.join('').length);
        },
      ),
      { numRuns: 1000 },
    );
    expect(plainText('<'.repeat(300_000))).toHaveLength(100_000);
    expect(plainText('<style>'.repeat(20_000))).toBe('');
  });
});
