import { renderToStaticMarkup } from 'react-dom/server';
import { MessageText } from '../../../playground/web/client/markdown/message-text';
import { Reader } from '../../../playground/web/client/markdown/reader';

const drawn = (text: string): string =>
  renderToStaticMarkup(
    <Reader value="bob">
      <MessageText text={text} />
    </Reader>,
  ).replace(/^<div class="message-text">|<\/div>$/g, '');

test.each([
  ['*bold* _italic_ ~gone~', '<p><strong>bold</strong> <em>italic</em> <s>gone</s></p>'],
  ['`code`', '<p><code>code</code></p>'],
  ['```\nline 1\nline 2\n```', '<pre>line 1\nline 2</pre>'],
  ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['3. one\n4. two', '<ol start="3"><li>one</li><li>two</li></ol>'],
  ['# Title', '<p class="heading heading-1" role="heading" aria-level="4">Title</p>'],
  [':tada:', '<p class="big-emoji">🎉</p>'],
  ['an :unheard_of: emoji', '<p>an :unheard_of: emoji</p>'],
  ['one\n\ntwo', '<p>one</p><br/><p>two</p>'],
  ['#general', '<p><span class="mention">#general</span></p>'],
  ['- [x] done\n- [ ] open', '<ul class="tasks"><li>☑ done</li><li>☐ open</li></ul>'],
])('%j is drawn as clients draw it', (text, html) => {
  expect(drawn(text)).toBe(html);
});

test('a mention of the reader stands out from one of somebody else and from one of everybody', () => {
  expect(drawn('@bob')).toContain('mention-me');
  expect(drawn('@carol')).toContain('mention-other');
  expect(drawn('@all')).toContain('mention-everybody');
});

test('a link opens elsewhere and tells nobody where it came from', () => {
  expect(drawn('[OTOBO](https://otobo.test/x)')).toBe(
    '<p><a href="https://otobo.test/x" target="_blank" rel="noopener noreferrer">OTOBO</a></p>',
  );
});

test('a link that would run a script is text', () => {
  const html = drawn('[click me](javascript:alert(1))');
  expect(html).toContain('click me');
  expect(html).not.toContain('<a');
  expect(html).not.toContain('javascript');
});

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '*<b>bold</b>*', '`<i>`', '[<u>](https://otobo.test)'])(
  'the HTML in %j is shown, not obeyed',
  (text) => {
    expect(drawn(text)).not.toMatch(/<(script|img|b|i|u)[ >]/);
    expect(drawn(text)).toContain('&lt;');
  },
);
