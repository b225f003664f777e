import type { files as en } from '../en/files';

export const files: Readonly<Record<keyof typeof en, string>> = {
  'file.line':
    'Datei: {name}{type, select, none {} other {, {type}}}{size, select, none {} other {, {size}}}{kept, select, named {} attached {{renamed, select, no {, angehängt} other {, angehängt als {renamed}}}} too_large {, nicht angehängt: zu groß} no_room {, nicht angehängt: Die Dateien davor sind so viel, wie ein Artikel aufnimmt} other {, nicht angehängt: Sie ist nicht mehr da}}',
  'file.gone': 'Die Datei {name} wurde in Rocket.Chat gelöscht, bevor sie ins Ticket kam.',
};
