import { parse, type Paragraph, type Root, type TableCell } from '@rocket.chat/message-parser';
import { useMemo, type ReactNode } from 'react';
import { emojiText } from './emoji';
import { InlineText } from './inline';

/** A message's text, read by Rocket.Chat's own parser. What it holds becomes elements and text, never HTML. */
export function MessageText({ text }: { readonly text: string }): ReactNode {
  const blocks = useMemo(() => (text === '' ? [] : parse(text, { colors: true, emoticons: true })), [text]);
  return (
    <div className="message-text">
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: Root[number] }): ReactNode {
  switch (block.type) {
    case 'PARAGRAPH':
      return <Line {...block} />;
    case 'BIG_EMOJI':
      return (
        <p className="big-emoji">
          {block.value.map((emoji) => (emoji.value === undefined ? emoji.unicode : emojiText(emoji.shortCode))).join(' ')}
        </p>
      );
    case 'HEADING':
      return (
        <p className={`heading heading-${block.level}`} role="heading" aria-level={block.level + 3}>
          <InlineText nodes={block.value} />
        </p>
      );
    case 'QUOTE':
    case 'SPOILER_BLOCK':
      return (
        <blockquote className={block.type === 'QUOTE' ? undefined : 'spoiler'} tabIndex={block.type === 'QUOTE' ? undefined : 0}>
          {block.value.map((line, at) => (
            <Line key={at} {...line} />
          ))}
        </blockquote>
      );
    case 'CODE':
      return <pre>{block.value.map((line) => line.value.value).join('\n')}</pre>;
    case 'KATEX':
      return <pre>{block.value}</pre>;
    case 'UNORDERED_LIST':
      return <ul>{items(block.value)}</ul>;
    case 'ORDERED_LIST':
      return <ol start={block.value[0]?.number ?? 1}>{items(block.value)}</ol>;
    case 'LIST_ITEM':
      return <ul>{items([block])}</ul>;
    case 'TASKS':
      return (
        <ul className="tasks">
          {block.value.map(({ status, value }, at) => (
            <li key={at}>
              {status ? '☑' : '☐'} <InlineText nodes={value} />
            </li>
          ))}
        </ul>
      );
    case 'LINE_BREAK':
      return <br />;
    case 'HORIZONTAL_RULE':
      return <hr />;
    case 'TABLE':
      return (
        <table>
          <thead>
            <tr>{cells(block.value.header)}</tr>
          </thead>
          <tbody>
            {block.value.rows.map(({ value }, at) => (
              <tr key={at}>{cells(value)}</tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Line({ value }: Pick<Paragraph, 'value'>): ReactNode {
  return (
    <p>
      <InlineText nodes={value} />
    </p>
  );
}

function items(list: readonly Extract<Root[number], { type: 'LIST_ITEM' }>[]): ReactNode {
  return list.map(({ value }, at) => (
    <li key={at}>
      <InlineText nodes={value} />
    </li>
  ));
}

function cells(list: readonly TableCell[]): ReactNode {
  return list.map(({ value, align }, at) => (
    <td key={at} align={align}>
      <InlineText nodes={value} />
    </td>
  ));
}
