import { Stage } from './stage';

let stage: Stage;
let roomId: string;
beforeEach(async () => {
  stage = await Stage.open();
  roomId = await stage.createGroup({ members: ['bob'] });
});
afterEach(() => stage.workspace.close());

const listed = (username: string): string[] => stage.workspace.roomsOf(username).map(({ room }) => room._id);
const seenBy = (username: string) => stage.workspace.roomsOf(username).find(({ room }) => room._id === roomId)?.subscription;

describe("a person's room list", () => {
  it('holds the rooms that they are a member of, and no others', () => {
    expect(listed('bob')).toEqual(['GENERAL', roomId]);
    expect(listed('carol')).toEqual(['GENERAL']);
  });

  it('shows a direct room to the other one once something has been written in it', async () => {
    const direct = await stage.workspace.openDirectRoom('alice', 'carol');
    expect([listed('alice').includes(direct._id), listed('carol').includes(direct._id)]).toEqual([true, false]);
    await stage.workspace.sendMessage('alice', direct._id, 'hello');
    expect(listed('carol')).toContain(direct._id);
  });

  it('marks what was written since somebody looked, until they look', async () => {
    await stage.workspace.sendMessage('alice', roomId, '@bob look');
    expect(seenBy('bob')).toMatchObject({ alert: true, unread: 1, userMentions: 1 });
    stage.workspace.markRead('bob', roomId);
    expect(seenBy('bob')).toMatchObject({ alert: false, unread: 0, userMentions: 0 });
    expect(seenBy('bob')?.ls).toBeInstanceOf(Date);
  });

  it('is nothing for who is no member', () => {
    expect(() => stage.workspace.markRead('carol', roomId)).toThrow('carol is no member of this room');
  });

  it('is a copy', () => {
    Object.assign(seenBy('bob') ?? {}, { unread: 99 });
    expect(seenBy('bob')?.unread).not.toBe(99);
  });
});

describe('a file that a person sends', () => {
  const file = { name: 'qualm.txt', type: 'text/plain' };

  it('stands in the room as a message of theirs, and can be fetched', async () => {
    const { _id } = await stage.workspace.uploadFile('bob', roomId, file, Buffer.from('toner'));
    expect(stage.workspace.uploadedFile(_id)?.content.toString()).toBe('toner');
    expect(stage.workspace.messages(roomId).at(-1)).toMatchObject({ u: { username: 'bob' }, files: [{ _id, name: 'qualm.txt' }] });
  });

  it('is refused from who is no member', async () => {
    await expect(stage.workspace.uploadFile('carol', roomId, file, Buffer.from('toner'))).rejects.toThrow('error-not-allowed');
    expect(stage.workspace.messages(roomId).filter(({ files }) => files)).toEqual([]);
  });
});
