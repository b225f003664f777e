import type { Correction, OwnCall, Ports, View } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** The app's own place in a workspace: its address, its secret, and whom it sends files. */
export class FakeInstallation {
  secret = '';
  /** What was entered into settings and put back. */
  corrections: Correction[] = [];
  /** Who got which file. */
  readonly sent: { readonly to: string; readonly name: string; readonly content: string }[] = [];
  /** What people have sent, by the id of the file. */
  readonly uploads = new Map<string, string>();
  /** Ids of the rooms of files that were not sent where the message stands. */
  readonly elsewhere = new Map<string, string>();
  /** What was shown in which dialog, and how it came there. */
  readonly dialogs: {
    readonly how: 'open' | 'update';
    readonly triggerId: string;
    readonly viewId: string;
    readonly view: View;
  }[] = [];
  /** Jobs that were brought forward. */
  readonly soon: string[] = [];
  /** What becomes of a call of the app's own address. */
  ownCall: OwnCall = { outcome: 'answered' };
  /** The addresses that it has called. */
  readonly called: string[] = [];
  lastCaller: number | undefined;

  constructor(private readonly clock: { readonly now: number }) {}

  ports(call: Call, write: Call): Pick<Ports, 'files' | 'jobs' | 'views' | 'ownAddress' | 'ownSettings' | 'webservice'> {
    return {
      files: {
        send: ({ username }, name, content) => write('send file', () => void this.sent.push({ to: username, name, content })),
        size: (fileId, roomId) =>
          call('file size', () => ((this.elsewhere.get(fileId) ?? roomId) === roomId ? this.uploads.get(fileId)?.length : undefined)),
        content: (fileId) =>
          call('file', () => {
            const content = this.uploads.get(fileId);
            return content === undefined ? undefined : Buffer.from(content).toString('base64');
          }),
      },
      jobs: { runSoon: (job) => write('run soon', () => void this.soon.push(job)) },
      views: {
        open: ({ id }, viewId, view) => write('open dialog', () => void this.dialogs.push({ how: 'open', triggerId: id, viewId, view })),
        update: ({ id }, viewId, view) =>
          write('update dialog', () => void this.dialogs.push({ how: 'update', triggerId: id, viewId, view })),
      },
      ownAddress: {
        path: () => '/api/apps/private/app/hash',
        call: ({ host, path }) =>
          call('call oneself', () => {
            this.called.push(`${host}${path}`);
            return this.ownCall;
          }),
        noteCaller: () => void (this.lastCaller = this.clock.now),
        lastCaller: () => this.lastCaller,
      },
      ownSettings: {
        corrections: () => this.corrections,
        fillSecret: (secret) =>
          write('fill secret', () => {
            if (this.secret !== '') return false;
            this.secret = secret;
            return true;
          }),
      },
      webservice: 'Host: "{{HOST}}"\nController: "{{PATH}}/tickets/open"\nAuthorization: "Bearer {{SECRET}}"\n',
    };
  }
}
