import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, CHAT, part } from '../api';
import { Blocks } from '../blocks/blocks';
import { Surface, type SurfaceState } from '../blocks/surface-state';
import { TextOf } from '../blocks/text-object';
import { submission, valuesOf } from '../blocks/values';
import { Unsupported } from '../blocks/unsupported';
import type { OpenView } from '../chat/shapes';
import { IconButton } from '../parts/icon-button';
import { useAttempt } from '../parts/reports';

interface Props {
  readonly username: string;
  readonly open: OpenView;
  readonly titleId: string;
}

/** A modal's or bar's title, blocks and buttons. What was typed stays when the app updates the view or refuses it. */
export function ViewFrame({ username, open: { kind, view, errors }, titleId }: Props): ReactNode {
  const [values, setValues] = useState(() => valuesOf(view.blocks));
  const [busy, setBusy] = useState(false);
  const attempt = useAttempt();
  const path = `${CHAT}/users/${part(username)}/views/${part(view.id)}`;
  const during = async (doing: Promise<unknown>): Promise<void> => {
    setBusy(true);
    await attempt(doing);
    setBusy(false);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void during(ask('POST', `${path}/submit`, { state: submission(values) }));
  };
  const close = (): void => void attempt(ask('DELETE', path));
  const surface: SurfaceState = {
    values,
    errors,
    keep: ({ actionId, blockId }, value) => setValues((before) => ({ ...before, [actionId]: { blockId, value } })),
    act: ({ actionId, blockId }, value) =>
      void attempt(ask('POST', `${CHAT}/actions`, { username, actionId, blockId, value, viewId: view.id })),
  };
  const inputs = valuesOf(view.blocks);
  const lost = Object.keys(errors).filter((actionId) => !(actionId in inputs));

  return (
    <form className="view" onSubmit={submit} noValidate>
      <header>
        <h2 id={titleId}>
          <TextOf text={view.title} />
        </h2>
        <IconButton icon="cross" label="Close" onClick={close} />
      </header>
      <div className="view-content">
        {lost.map((actionId) => (
          <Unsupported key={actionId} type={`error for ${actionId}`} place="view without an input of that action id" />
        ))}
        <Surface value={surface}>
          <Blocks kind={kind} blocks={view.blocks} />
        </Surface>
      </div>
      {(view.close ?? view.submit) && (
        <footer>
          {view.close && (
            <button type="button" className="button button-secondary" onClick={close}>
              {view.close.text.text}
            </button>
          )}
          {view.submit && (
            <button type="submit" className={`button button-${view.submit.style ?? 'primary'}`} disabled={busy}>
              {view.submit.text.text}
            </button>
          )}
        </footer>
      )}
    </form>
  );
}
