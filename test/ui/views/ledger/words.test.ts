import { expect, it } from 'vitest'
import { octetsText, timeText, valueText } from '../../../../src/ui/views/ledger/words.ts'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1249, '1.2 kB'],
  [99_940, '99.9 kB'],
  [99_960, '100 kB'],
  [999_400, '999 kB'],
  [999_600, '1 MB'],
  [10_300_000, '10.3 MB'],
  [20_000_000_000, '20 GB'],
  [5_000_000_000_000, '5000 GB'],
])('%i octets read %s', (octets, text) => {
  expect(octetsText(octets)).toBe(text)
})

it('times and money have their units', () => {
  expect(timeText(0)).toBe('–')
  expect(valueText('connectedMs', 72_000)).toBe('1 min 12 s')
  expect(valueText('cents', 120)).toBe('1.20 in call charges')
  expect(valueText('octetsIn', 312)).toBe('312 B')
})
