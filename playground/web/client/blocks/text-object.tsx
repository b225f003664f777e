import type { TextObject } from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import { MessageText } from '../markdown/message-text';

export function TextOf({ text }: { readonly text: TextObject }): ReactNode {
  return text.type === 'mrkdwn' ? <MessageText text={text.text} /> : <span className="plain-text">{text.text}</span>;
}
