import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { CONSENT_NO, CONSENT_YES } from '../../domain/consent';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { plain, section } from './blocks';

const BLOCK = 'otobo-consent';
const TEXT = `${BLOCK}-text`;

interface Person {
  readonly id: string;
  readonly username: string;
}

const button = (
  appId: string,
  actionId: string,
  value: string,
  text: string,
): Extract<LayoutBlock, { type: 'actions' }>['elements'][number] => ({
  type: 'button',
  appId,
  blockId: BLOCK,
  actionId,
  value,
  text: plain(text),
});

/** May this customer come in and read what was said before? */
export function questionBlocks({ id, username }: Person, appId: string, translate: Translate): LayoutBlock[] {
  return [
    section(appId, TEXT, translate('consent.question', { person: inertLine(username) })),
    {
      type: 'actions',
      appId,
      blockId: BLOCK,
      elements: [button(appId, CONSENT_YES, id, translate('consent.yes')), button(appId, CONSENT_NO, id, translate('consent.no'))],
    },
  ];
}

/** How it was answered; a no can be taken back. */
export function answeredBlocks(text: string, { id }: Person, granted: boolean, appId: string, translate: Translate): LayoutBlock[] {
  if (granted) return [section(appId, TEXT, text)];
  return [
    section(appId, TEXT, text),
    { type: 'actions', appId, blockId: BLOCK, elements: [button(appId, CONSENT_YES, id, translate('consent.yes'))] },
  ];
}
