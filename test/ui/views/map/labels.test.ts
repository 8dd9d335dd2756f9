import { expect, it } from 'vitest'
import { saysHowMany } from '../../../../src/ui/views/map/labels.ts'

it.each([
  ['23 other post offices', 23, true],
  ['smtp.town-1.example to smtp.town-23.example', 23, true],
  ['mx.college.example and 19 others', 20, true],
  ["Twenty friends' mail servers", 20, true],
  ['123 post offices', 23, false],
  ['Post offices elsewhere', 23, false],
])('whether “%s” says that they are %i: %s', (label, many, says) => {
  expect(saysHowMany(label, many)).toBe(says)
})
