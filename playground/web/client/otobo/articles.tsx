import type { ReactNode } from 'react';
import { Icon } from '../parts/icon';
import type { Article } from './shapes';

/** The newest first, as agents see them. */
export function Articles({ articles }: { readonly articles: readonly Article[] }): ReactNode {
  return (
    <section className="widget" aria-label="Articles">
      <h3>Articles ({articles.length})</h3>
      {articles.length === 0 && <p className="empty">Nothing has been written yet.</p>}
      <ol className="articles" reversed>
        {[...articles].reverse().map((article) => (
          <li key={article.id} className={article.visibleForCustomer ? 'article' : 'article article-internal'}>
            <header>
              <Icon name={article.channel === 'Email' ? 'mail' : 'edit'} />
              <strong>{article.subject}</strong>
              <span className="visibility">{article.visibleForCustomer ? 'visible to the customer' : 'internal'}</span>
              <time>{article.created.slice(0, 16)}</time>
            </header>
            <p className="article-people">
              {article.from}
              {article.to && ` → ${article.to}`}
              {article.cc && `, Cc: ${article.cc}`}
            </p>
            <p className="article-body">{article.body}</p>
            {article.attachments.length > 0 && (
              <ul className="attachments">
                {article.attachments.map(({ filename, bytes }) => (
                  <li key={filename}>
                    <Icon name="clip" /> {filename} <span className="size">{bytes.toLocaleString()} bytes</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
