import { expect, it } from 'vitest'
import { fillIn } from '../../../src/ui/words/fill-in.ts'

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

it('leaves words without braces alone', () => {
  expect(fillIn('Nothing to fill in }{.', () => 'never')).toEqual([
    { text: 'Nothing to fill in }{.', filled: false },
  ])
  expect(fillIn('', () => 'never')).toEqual([])
})
