import { expect, it } from 'vitest'
import { shortcutOf } from '../../../src/ui/app/shortcuts.ts'

const press = { key: '', modified: false, presenting: false, letters: true, focus: 'none' } as const

it.each([
  [{ key: ' ' }, 'toggle'],
  [{ key: '.' }, 'step'],
  [{ key: 'N' }, 'next'],
  [{ key: '?' }, 'help'],
  [{ key: 'PageDown' }, null],
  [{ key: 'Escape' }, null],
  [{ key: 'toString' }, null],
  [{ key: '.', presenting: true }, 'on'],
  [{ key: 'PageDown', presenting: true }, 'on'],
  [{ key: 'PageUp', presenting: true, letters: false }, 'previous'],
  [{ key: 'Escape', presenting: true, letters: false }, 'leave'],
  // What has the focus comes first.
  [{ key: ' ', focus: 'pressing' }, null],
  [{ key: 'n', focus: 'pressing' }, 'next'],
  [{ key: 'n', focus: 'typing' }, null],
  [{ key: 'PageDown', presenting: true, focus: 'typing' }, null],
  // Dictation, and the browser's own keys.
  [{ key: 'n', letters: false }, null],
  [{ key: 'r', modified: true }, null],
] as const)('%o means %s', (what, meaning) => {
  expect(shortcutOf({ ...press, ...what })).toBe(meaning)
})
