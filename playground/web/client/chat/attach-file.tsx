import { useRef, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { IconButton } from '../parts/icon-button';
import { useAttempt } from '../parts/reports';
import type { Room } from './shapes';

/** Sends a file into the room, as a message of its own. */
export function AttachFile({ room, username }: { readonly room: Room; readonly username: string }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const send = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    await ask('POST', `${CHAT}/rooms/${part(room._id)}/files`, { username, name: file.name, type: file.type, content });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void attempt(send(file));
          target.value = '';
        }}
      />
      <IconButton icon="clip" label="Attach a file" onClick={() => input.current?.click()} />
    </>
  );
}
