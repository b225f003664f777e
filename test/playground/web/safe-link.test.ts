import { safeLink } from '../../../playground/web/client/markdown/safe-link';

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:http://127.0.0.1/1',
  '/playground/app/kill',
  '?user=admin',
  'https://',
  '',
])('%j in a message leads nowhere', (href) => {
  expect(safeLink(href)).toBeUndefined();
});

test.each([
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['http://example.com', 'http://example.com/'],
  ['//example.com', 'https://example.com/'],
  ['mailto:alice@helpdesk.test', 'mailto:alice@helpdesk.test'],
  ['tel:+49123', 'tel:+49123'],
])('%j can be followed', (href, followed) => {
  expect(safeLink(href)).toBe(followed);
});
