import type { Correction, OwnCall, Ports } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** The app's own place in a workspace: its address, its secret, and whom it sends files. */
export class FakeInstallation {
  secret = '';
  /** What was entered into settings and put back. */
  corrections: Correction[] = [];
  /** Who got which file. */
  readonly sent: { readonly to: string; readonly name: string; readonly content: string }[] = [];
  /** What becomes of a call of the app's own address. */
  ownCall: OwnCall = { outcome: 'answered' };
  /** The addresses that it has called. */
  readonly called: string[] = [];
  lastCaller: number | undefined;

  constructor(private readonly clock: { readonly now: number }) {}

  ports(call: Call, write: Call): Pick<Ports, 'files' | 'ownAddress' | 'ownSettings' | 'webservice'> {
    return {
      files: { send: ({ username }, name, content) => write('send file', () => void this.sent.push({ to: username, name, content })) },
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
