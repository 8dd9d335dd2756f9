import { expect, it } from 'vitest'
import { clockWithSeconds, thousandths, worthText } from '../../../src/ui/words/time.ts'

it('the clock has a weekday, and always the same width', () => {
  const start = Date.parse('2026-06-02T09:00:00Z')
  expect(clockWithSeconds(start)).toBe('Tue 09:00:00')
  expect(clockWithSeconds(start + 8 * 3_600_000 + 61_240.7)).toBe('Tue 17:01:01')
  expect(thousandths(start + 240.7)).toBe('.240')
})

it.each([
  [41.67, '1 s = 42 ms'],
  [0.2, '1 s = 1 ms'],
  [247, '1 s = 250 ms'],
  [1000, '1 s = 1 s'],
  [5 * 60_000 + 1234, '1 s = 5 min'],
  [7.4 * 3_600_000, '1 s = 7 h'],
])('a second worth %d ms reads %s', (ms, text) => {
  expect(worthText(ms)).toBe(text)
})
