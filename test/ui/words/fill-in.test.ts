import { expect, it } from 'vitest'
import { filled, fillIn, isReadable } from '../../../src/ui/words/fill-in.ts'

it('puts readings where the words have braces, and tells them apart', () => {
  const pieces = fillIn('Tries: {relayed.alice-1.attempts}, then {x}.', (path) =>
    path === 'x' ? null : `<${path}>`,
  )
  expect(pieces).toEqual([
    { text: 'Tries: ', filled: false },
    { text: '<relayed.alice-1.attempts>', filled: true },
    { text: ', then ', filled: false },
    { text: '–', filled: true },
    { text: '.', filled: false },
  ])
})

it('gives plain text for headings', () => {
  expect(filled('It costs {price} a minute.', () => '30 cents')).toBe('It costs 30 cents a minute.')
})

it('leaves words without braces alone', () => {
  expect(fillIn('Nothing to fill in }{.', () => 'never')).toEqual([
    { text: 'Nothing to fill in }{.', filled: false },
  ])
  expect(fillIn('', () => 'never')).toEqual([])
})

it('knows whether everything that words speak of can be read', () => {
  const lookup = (path: string): string | null => (path === 'there' ? 'yes' : null)
  expect(isReadable('Nothing to look up.', lookup)).toBe(true)
  expect(isReadable('{there} and {there}', lookup)).toBe(true)
  expect(isReadable('{there} and {gone}', lookup)).toBe(false)
})
