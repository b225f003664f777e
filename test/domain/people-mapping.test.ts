import { decodeMapping, mappingKey } from '../../src/domain/people-mapping';

const names = (text: string): [string, string][] => [...decodeMapping(text).names];
const problems = (text: string): readonly number[] => decodeMapping(text).problems;

describe('the list of who is who that an admin writes', () => {
  test.each<[string, string, [string, string][]]>([
    ['leads from a login to a user name', 'carol = c.smith', [['carol', 'c.smith']]],
    ['leads from an address to a user name', 'Carol@Corp.Test = c.smith', [['carol@corp.test', 'c.smith']]],
    ['needs no blanks, and minds none', 'carol=c.smith\n  dave \t=  d.jones  ', [['carol', 'c.smith'], ['dave', 'd.jones']]], // prettier-ignore
    ['takes a user name with its @', 'carol = @c.smith', [['carol', 'c.smith']]],
    ['keeps the case of user names, which the server compares exactly', 'CAROL = C.Smith', [['carol', 'C.Smith']]],
    ['takes logins with a blank and with an equals sign, as directories have them', 'cn=Carol Smith,o=corp = c.smith', [['cn=carol smith,o=corp', 'c.smith']]], // prettier-ignore
    ['composes what is written with combining characters', 'A\u0308nne = aenne', [['änne', 'aenne']]],
    ['passes over comments and empty lines', '# who is who\n\n   \n  # indented\ncarol = c.smith\n', [['carol', 'c.smith']]],
    ['minds no line ends of Windows', 'carol = c.smith\r\ndave = d.jones\r\n', [['carol', 'c.smith'], ['dave', 'd.jones']]], // prettier-ignore
    ['is empty where nothing is written', '', []],
  ])('%s', (_sentence, text, expected) => {
    expect(decodeMapping(text)).toEqual({ names: new Map(expected), problems: [] });
  });

  test.each([
    ['without an equals sign', 'carol c.smith'],
    ['without a user name', 'carol ='],
    ['with an @ and no user name', 'carol = @'],
    ['without anybody', '= c.smith'],
    ['with two user names', 'carol = c.smith d.jones'],
  ])('names the line %s by its number, and takes the others', (_what, broken) => {
    const text = `# first\ndave = d.jones\n\n  ${broken}  \nbob = b.brown`;
    expect(problems(text)).toEqual([4]);
    expect(names(text)).toEqual([
      ['dave', 'd.jones'],
      ['bob', 'b.brown'],
    ]);
  });

  test('names every broken line', () => {
    expect(problems('one\r\ncarol = c.smith\r\nthree\r\nfour')).toEqual([1, 3, 4]);
  });

  test('believes the first line about somebody and names the later ones, in whatever spelling', () => {
    const text = 'carol = c.smith\nCarol = other\nÄnne = a\na\u0308nne = b';
    expect(names(text)).toEqual([
      ['carol', 'c.smith'],
      ['änne', 'a'],
    ]);
    expect(problems(text)).toEqual([2, 4]);
  });

  test.each([
    [' Carol@Corp.Test ', 'carol@corp.test'],
    ['A\u0308NNE', 'änne'],
  ])('is asked for %j as for %j', (given, key) => {
    expect(mappingKey(given)).toBe(key);
  });
});
