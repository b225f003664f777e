import { createHash } from 'crypto';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { IntlMessageFormat } from 'intl-messageformat';
import { addressParser } from 'postal-mime';
import * as v from 'valibot';

/** Uses one thing of every library that the real app uses, so that packaging meets all of them. */
export class TinyApp extends App {
  summary(from: unknown): string {
    const sender = addressParser(v.parse(v.string(), from))[0]?.address ?? '';
    const text = new IntlMessageFormat('{count, plural, one {# room} other {# rooms}}', 'en').format({ count: sender.length });
    return `${String(text)} ${createHash('sha256').update(sender).digest('hex')}`;
  }
}
