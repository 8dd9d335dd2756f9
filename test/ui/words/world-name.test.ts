import { expect, it } from 'vitest'
import { worldName } from '../../../src/ui/words/world-name.ts'

const title = { everyday: 'Every minute', technical: 'Fixed', protocol: 'Fixed interval' }
const scenario = {
  variants: [{ id: 'fixed', route: 'relayed' as const, title, settings: {} }],
}

it.each([
  ['direct', 'Straight'],
  ['relayed', 'By post office'],
  ['fixed', 'Every minute'],
  ['gone', 'gone'],
])('the world %s is called %s', (id, name) => {
  expect(worldName(scenario, id, 'everyday')).toBe(name)
})

it('lets a scenario give a road a name of its own, in each level', () => {
  const relayed = { everyday: 'With both', technical: 'Both', protocol: 'All' }
  const named = { ...scenario, roadTitles: { relayed } }
  expect(worldName(named, 'relayed', 'everyday')).toBe('With both')
  expect(worldName(named, 'relayed', 'protocol')).toBe('All')
  expect(worldName(named, 'direct', 'everyday')).toBe('Straight')
})
