import type { Inlines, Markup } from '@rocket.chat/message-parser';
import { Fragment, useContext, type ReactNode } from 'react';
import { emojiText } from './emoji';
import { Reader } from './reader';
import { safeLink } from './safe-link';

type InlineNode = Inlines | Markup;

/** A run of text inside a paragraph, as the message parser took it apart. */
export function InlineText({ nodes }: { readonly nodes: readonly InlineNode[] }): ReactNode {
  return nodes.map((node, at) => (
    <Fragment key={at}>
      <Inline node={node} />
    </Fragment>
  ));
}

function Inline({ node }: { readonly node: InlineNode }): ReactNode {
  switch (node.type) {
    case 'PLAIN_TEXT':
      return node.value;
    case 'BOLD':
      return (
        <strong>
          <InlineText nodes={node.value} />
        </strong>
      );
    case 'ITALIC':
      return (
        <em>
          <InlineText nodes={node.value} />
        </em>
      );
    case 'STRIKE':
      return (
        <s>
          <InlineText nodes={node.value} />
        </s>
      );
    case 'SPOILER':
      return (
        <span className="spoiler" tabIndex={0}>
          <InlineText nodes={node.value} />
        </span>
      );
    case 'INLINE_CODE':
      return <code>{node.value.value}</code>;
    case 'INLINE_KATEX':
      return <code>{node.value}</code>;
    case 'LINK':
      return <Link src={node.value.src.value} label={[node.value.label].flat()} />;
    case 'IMAGE':
      return <Link src={node.value.src.value} label={[node.value.label]} />;
    case 'MENTION_USER':
      return <Mention name={node.value.value} />;
    case 'MENTION_CHANNEL':
      return <span className="mention">#{node.value.value}</span>;
    case 'EMOJI':
      return node.value === undefined ? node.unicode : emojiText(node.shortCode);
    case 'COLOR':
      return <Color {...node.value} />;
    case 'TIMESTAMP':
      return <time>{new Date(Number(node.value.timestamp) * 1000).toLocaleString()}</time>;
  }
}

/** What is no safe address stays readable, but leads nowhere. */
function Link({ src, label }: { readonly src: string; readonly label: readonly Markup[] }): ReactNode {
  const href = safeLink(src);
  const text = <InlineText nodes={label} />;
  if (href === undefined) return <span title="This address is not offered as a link.">{text}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function Mention({ name }: { readonly name: string }): ReactNode {
  const concerns = name === useContext(Reader) ? 'me' : name === 'all' || name === 'here' ? 'everybody' : 'other';
  return <span className={`mention mention-${concerns}`}>@{name}</span>;
}

function Color({ r, g, b, a }: { readonly r: number; readonly g: number; readonly b: number; readonly a: number }): ReactNode {
  return (
    <span>
      <span className="swatch" style={{ backgroundColor: `rgb(${r} ${g} ${b} / ${a / 255})` }} /> rgba({r}, {g}, {b}, {a})
    </span>
  );
}
