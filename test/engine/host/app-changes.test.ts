import { setTimeout as pause } from 'node:timers/promises';
import { post, withProbe } from './started';

describe('a setting that the app changes itself', () => {
  const rocketChat = withProbe({ instances: 2 });
  const greeting = (instance: number): Promise<unknown> => post(rocketChat().app().endpoint('greeting', instance));

  it('reaches every instance, through the hook that corrects values, and is stored', async () => {
    await post(rocketChat().app().endpoint('greet', 0), { greeting: ' good evening ' });
    const wanted = { greeting: 'good evening' };
    while (JSON.stringify(await Promise.all([greeting(0), greeting(1)])) !== JSON.stringify([wanted, wanted])) await pause(20);
    expect(rocketChat().app().settings.greeting?.value).toBe('good evening');
  });

  it('survives a restart of the sandbox', async () => {
    const [first] = rocketChat().instances;
    await first?.killSandbox();
    await first?.ready();
    expect(await greeting(0)).toEqual({ greeting: 'good evening' });
  });
});

describe('a file that the app uploads', () => {
  const rocketChat = withProbe();
  const upload = (content: string): Promise<unknown> =>
    post(rocketChat().app().endpoint('upload'), { name: 'a note.yml', content, roomId: 'GENERAL' });

  it('arrives byte for byte, as a message of the app', async () => {
    const content = 'Grüße: "€"\r\n\u0000\n';
    expect(await upload(content)).toMatchObject({ made: { name: 'a note.yml', size: Buffer.byteLength(content) } });
    const message = rocketChat().workspace.messages('GENERAL').at(-1);
    expect(message).toMatchObject({ u: { username: 'probe.bot' }, attachments: [{ title: 'a note.yml' }] });
    const [file] = message?.files as { _id: string }[]; // as: the server's messages have their files so
    const stored = await rocketChat().workspace.bridgeCall('upload', 'getBuffer', [{ id: file?._id }]);
    expect(String(stored)).toBe(content);
  });

  it('is refused where uploads are off', async () => {
    rocketChat().workspace.settings.set('FileUpload_Enabled', false);
    await expect(upload('x')).rejects.toThrow('error-file-upload-disabled');
  });
});
