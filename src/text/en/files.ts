/** Files that people have sent, as articles name them. */
export const files = {
  'file.line':
    'File: {name}{type, select, none {} other {, {type}}}{size, select, none {} other {, {size}}}{kept, select, named {} attached {{renamed, select, no {, attached} other {, attached as {renamed}}}} too_large {, not attached: too large} no_room {, not attached: the files before it are as much as one article can take} other {, not attached: it is not there any more}}',
  'file.gone': 'The file {name} was deleted in Rocket.Chat before it could be put into the ticket.',
} as const;
