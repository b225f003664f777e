import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOtobo } from '../../tools/otobo-package';

const PROJECT = join(__dirname, '../..');

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'otobo-package-'));
  await cp(join(PROJECT, 'otobo'), join(root, 'otobo'), { recursive: true });
  await writeFile(join(root, 'package.json'), JSON.stringify({ version: '1.2.3' }));
});
afterEach(() => rm(root, { recursive: true }));

async function built(): Promise<string> {
  return readFile((await packageOtobo({ root })).file, 'utf8');
}

/** @returns path and content of each file in the package */
function filesOf(opm: string): Map<string, string> {
  const found = [...opm.matchAll(/<File Permission="660" Location="([^"]+)" Encode="Base64">([^<]*)<\/File>/g)];
  return new Map(found.map(([, path = '', content = '']) => [path, Buffer.from(content, 'base64').toString('utf8')]));
}

describe('the OTOBO package', () => {
  test('has the name and version that OTOBO shows', async () => {
    const { file } = await packageOtobo({ root });
    expect(file).toBe(join(root, 'dist/RocketChat-1.2.3.opm'));
    const opm = await built();
    expect(opm).toContain('<Name>RocketChat</Name>');
    expect(opm.match(/<Version>.*<\/Version>/g)).toEqual(['<Version>1.2.3</Version>']);
  });

  test('has every file whole, umlauts included', async () => {
    const files = filesOf(await built());
    const german = 'Kernel/Language/de_RocketChat.pm';
    expect(files.get(german)).toBe(await readFile(join(PROJECT, 'otobo', german), 'utf8'));
    expect(files.get(german)).toContain('Räume');
    expect(files.size).toBeGreaterThan(20);
  });

  test('goes to OTOBO without its tests, and without what is imported by hand', async () => {
    const paths = [...filesOf(await built()).keys()];
    expect(paths.filter((path) => !/^(Kernel|var)\//.test(path))).toEqual([]);
  });

  test('is identical to the byte when it is built again', async () => {
    expect(await built()).toBe(await built());
  });

  test('is for OTOBO 11.0', async () => {
    expect((await built()).match(/<Framework>(.*)<\/Framework>/g)).toEqual(['<Framework>11.0.x</Framework>']);
  });

  test('is not built when a file is missing in its list', async () => {
    await writeFile(join(root, 'otobo/Kernel/System/RocketChat/Forgotten.pm'), '1;');
    await expect(packageOtobo({ root })).rejects.toThrow('Kernel/System/RocketChat/Forgotten.pm is not listed');
  });

  test('is not built when a file of its list is missing', async () => {
    await rm(join(root, 'otobo/Kernel/System/RocketChat/App.pm'));
    await expect(packageOtobo({ root })).rejects.toThrow('Kernel/System/RocketChat/App.pm is listed and missing');
  });

  test('is not built with a version that OTOBO cannot compare', async () => {
    await writeFile(join(root, 'package.json'), JSON.stringify({ version: '1.2.3-beta' }));
    await expect(packageOtobo({ root })).rejects.toThrow('1.2.3-beta');
  });
});
