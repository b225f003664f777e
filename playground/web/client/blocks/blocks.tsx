import type { Block } from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import { BlockParser } from './parser';
import type { SurfaceKind } from './surfaces';

const PARSERS: Readonly<Record<SurfaceKind, BlockParser>> = {
  message: new BlockParser('message'),
  modal: new BlockParser('modal'),
  contextual_bar: new BlockParser('contextual_bar'),
};

/** An app's blocks on a surface; what they hold and do is given by the `Surface` around them. */
export function Blocks({ kind, blocks }: { readonly kind: SurfaceKind; readonly blocks: readonly Block[] }): ReactNode {
  return <div className="blocks">{PARSERS[kind].draw(blocks)}</div>;
}
