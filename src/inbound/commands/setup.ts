import { SECRET_HERE } from '../../domain/webservice';
import { setUp, WEBSERVICE_FILE } from '../../usecases/set-up';
import { rightsOf } from '../policy';
import type { Command } from './command';

/** Makes a secret where there is none, and sends the admin the web service for OTOBO. */
export const setup: Command = {
  name: 'setup',
  aliases: ['einrichten'],
  takes: [],
  action: 'admin',
  about: 'command.setup.about',
  async run({ sender, settings, ports, say }) {
    const names = { file: WEBSERVICE_FILE, placeholder: SECRET_HERE, doctor: '`/otobo doctor`' };
    const { secretMade } = await setUp(sender, rightsOf(settings), ports, (entrance) => say('setup.letter', { ...names, ...entrance }));
    return { text: say('setup.sent', { ...names, secret: secretMade ? 'made' : 'kept' }) };
  },
};
