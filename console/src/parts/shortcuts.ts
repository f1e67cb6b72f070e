import type { WordKey } from '@/i18n/words';

export interface Shortcut {
  key: string;
  says: WordKey;
}

export const EVERYWHERE: readonly Shortcut[] = [
  { key: '/', says: 'shortcuts.find' },
  { key: '?', says: 'shortcuts.keys' },
  { key: 'Esc', says: 'shortcuts.close' },
];

export const AT_THE_WINDOW: readonly Shortcut[] = [
  ...EVERYWHERE,
  { key: 'Enter', says: 'shortcuts.nextCell' },
  { key: '↑ ↓', says: 'shortcuts.otherRow' },
  { key: 'Ctrl V', says: 'shortcuts.paste' },
  { key: 'Ctrl ⌫', says: 'shortcuts.removeRow' },
  { key: 'F6', says: 'shortcuts.csv' },
  { key: 'F7', says: 'shortcuts.steps' },
  { key: 'F8', says: 'shortcuts.print' },
  { key: 'F9', says: 'shortcuts.settle' },
];

export const AT_AN_OFFICE: readonly Shortcut[] = [
  { key: '?', says: 'shortcuts.keys' },
  { key: 'J K', says: 'shortcuts.otherRow' },
  { key: 'Enter', says: 'shortcuts.open' },
  { key: 'F', says: 'shortcuts.filter' },
  { key: 'N', says: 'shortcuts.new' },
  { key: 'R', says: 'shortcuts.moveOn' },
  { key: 'E', says: 'shortcuts.amend' },
  { key: 'Esc', says: 'shortcuts.closePanel' },
];
